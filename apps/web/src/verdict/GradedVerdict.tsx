import { Button } from '@mantine/core';
import { IconArrowsMaximize } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { VerdictView } from '@lakeproof/contracts';
import { Dialog } from '../ui/Dialog.js';
import { BugMeter } from './BugMeter.js';
import { CaughtBugs } from './CaughtBugs.js';
import { FalseAlarms } from './FalseAlarms.js';
import { sourceOfVerdict } from './matrix-source.js';
import type { Selection } from './selection.js';
import { SelectionDetail } from './SelectionDetail.js';
import { Survivors } from './Survivors.js';
import { VerdictFigures } from './VerdictFigures.js';
import { VerdictMatrix } from './VerdictMatrix.js';
import { VerdictNotes } from './VerdictNotes.js';
import { headlineOf, sublineOf, tallyOf } from './verdict-words.js';
import classes from './verdict.module.css';

interface GradedVerdictProps {
  readonly verdict: VerdictView;
  readonly title: string;
  /** The submission it is on. */
  readonly submission: string;
}

/** The verdict on an attempt: what would reach production, why, and what the tests are worth. */
export function GradedVerdict({ verdict, title, submission }: GradedVerdictProps) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const [large, setLarge] = useState(false);
  const source = useMemo(() => sourceOfVerdict(verdict), [verdict]);
  const tally = tallyOf(verdict);
  const bugs = verdict.variants.filter(({ kind }) => kind === 'mutant');
  const detail = selection && (
    <SelectionDetail
      source={source}
      variants={verdict.variants}
      selection={selection}
      onClose={() => {
        setSelection(null);
      }}
    />
  );
  const headline = (
    <div className={classes.headline}>
      <h3>{headlineOf(tally)}</h3>
      <p>{sublineOf(tally)}</p>
      <BugMeter bugs={bugs} tally={tally} />
    </div>
  );

  return (
    <div className={classes.verdict}>
      {headline}
      <VerdictFigures
        verdict={verdict}
        counted={{ label: 'Valid tests', good: tally.valid, all: tally.tests }}
        cost={tally.cost}
      />
      <section className={classes.section} aria-label="Matrix of tests and versions">
        <div className={classes.sectionHead}>
          <h4>Which test catches what</h4>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconArrowsMaximize size={15} aria-hidden="true" />}
            onClick={() => {
              setLarge(true);
            }}
          >
            Enlarge
          </Button>
        </div>
        <VerdictMatrix source={source} selected={selection} onSelect={setSelection} />
        {!large && detail}
      </section>
      <FalseAlarms verdict={verdict} onSelect={setSelection} />
      <Survivors verdict={verdict} submission={submission} />
      <CaughtBugs verdict={verdict} />
      <VerdictNotes notes={verdict.notes} />
      {large && (
        <Dialog
          fullScreen
          title={title}
          onClose={() => {
            setLarge(false);
          }}
        >
          <div className={classes.room}>
            {headline}
            <VerdictMatrix source={source} selected={selection} onSelect={setSelection} size="room" />
            {detail}
          </div>
        </Dialog>
      )}
    </div>
  );
}
