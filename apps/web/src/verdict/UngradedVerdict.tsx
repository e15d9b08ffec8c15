import { Button } from '@mantine/core';
import { IconAlertCircle, IconCloudX } from '@tabler/icons-react';
import { reasonSentence, type SandboxMode, type VerdictView } from '@lakeproof/contracts';
import { type FunctionComponent, useMemo, useState } from 'react';
import { HiddenTests } from './HiddenTests.js';
import { hiddenTestsOf } from './hidden-tests.js';
import { sourceOfVerdict } from './matrix-source.js';
import { Output } from './Output.js';
import type { Selection } from './selection.js';
import { SelectionDetail } from './SelectionDetail.js';
import { VerdictMatrix } from './VerdictMatrix.js';
import { VerdictNotes } from './VerdictNotes.js';
import classes from './verdict.module.css';

interface SeenProps {
  readonly verdict: VerdictView;
}

const seen: Record<SandboxMode, FunctionComponent<SeenProps>> = { tests: SeenMatrix, code: SeenHiddenTests };

/** Neither points nor blame: why there is no grade, where it happened, and what to do. */
export function UngradedVerdict({
  state,
  mode,
  verdict,
  onSubmitAgain,
}: {
  readonly state: 'rejected' | 'failed';
  readonly mode: SandboxMode;
  readonly verdict: VerdictView | null;
  readonly onSubmitAgain: () => void;
}) {
  const Seen = seen[mode];
  const failed = state === 'failed';
  const message = verdict?.message ?? null;
  // A reason of a newer API than this page stands in its message.
  const sentence = failed
    ? reasonSentence.infrastructure
    : verdict?.reason
      ? reasonSentence[verdict.reason]
      : message;
  const place = failed ? null : placeIn(message, sentence);
  const Icon = failed ? IconCloudX : IconAlertCircle;
  return (
    <div className={classes.verdict}>
      <div className={classes.ungraded}>
        <Icon size={26} stroke={1.7} aria-hidden="true" />
        <div className={classes.headline}>
          <h3>{failed ? 'Your attempt was given back' : 'Not graded yet'}</h3>
          <p>{sentence ?? 'The tests could not be graded. Submit again.'}</p>
        </div>
      </div>
      {place && <Output text={place} label="Where it happened" />}
      {failed && (
        <div>
          <Button onClick={onSubmitAgain}>Submit again</Button>
        </div>
      )}
      {!failed && verdict && verdict.matrix.length > 0 && (
        <section className={classes.section}>
          <h4>What was seen until then</h4>
          <Seen verdict={verdict} />
        </section>
      )}
      <VerdictNotes notes={verdict?.notes ?? []} />
    </div>
  );
}

function SeenMatrix({ verdict }: SeenProps) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const source = useMemo(() => sourceOfVerdict(verdict), [verdict]);
  return (
    <>
      <VerdictMatrix source={source} selected={selection} onSelect={setSelection} />
      {selection && (
        <SelectionDetail
          source={source}
          variants={verdict.variants}
          selection={selection}
          onClose={() => {
            setSelection(null);
          }}
        />
      )}
    </>
  );
}

function SeenHiddenTests({ verdict }: SeenProps) {
  return <HiddenTests results={hiddenTestsOf(verdict)} />;
}

/** The message begins with the reason's sentence: what follows it is the place. */
function placeIn(message: string | null, sentence: string | null): string | null {
  if (message === null) return null;
  const rest = sentence !== null && message.startsWith(sentence) ? message.slice(sentence.length) : message;
  return rest.trim() || null;
}
