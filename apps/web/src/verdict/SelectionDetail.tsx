import { CloseButton } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import type { VariantView } from '@lakeproof/contracts';
import { columnName, meaningReason, meaningWord } from './cell-words.js';
import { ByTests } from './ByTests.js';
import { Chip } from './Chip.js';
import { type CellMeaning, layOut, type Row } from './matrix-layout.js';
import type { MatrixSource } from './matrix-source.js';
import { Output } from './Output.js';
import type { Selection } from './selection.js';
import { TestNameText } from './TestNameText.js';
import { duration } from '../ui/figures.js';
import { falseAlarmSentence } from './verdict-words.js';
import classes from './detail.module.css';

const chipOf: Partial<Record<CellMeaning, 'caught' | 'survived' | 'alarm'>> = {
  caught: 'caught',
  fails: 'caught',
  'false-alarm': 'alarm',
  discounted: 'alarm',
};

interface SelectionDetailProps {
  readonly source: MatrixSource;
  readonly variants: readonly VariantView[];
  readonly selection: Selection;
  readonly onClose: () => void;
}

/** What was opened in the matrix: a cell with its output, a test, or a version. */
export function SelectionDetail({ source, variants, selection, onClose }: SelectionDetailProps) {
  const layout = useMemo(() => layOut(source), [source]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [selection]);

  const row = layout.rows.find(({ id }) => id === selection.test);
  const index = layout.columns.findIndex(({ key }) => key === selection.variant);
  const column = layout.columns[index];
  const variant = variants.find(({ key }) => key === selection.variant);
  const at = row?.cells[index];

  return (
    <div
      className={classes.detail}
      ref={box}
      role="region"
      aria-label="Opened in the matrix"
      aria-live="polite"
    >
      <CloseButton className={classes.close} aria-label="Close" onClick={onClose} />
      {row && column && at && (
        <>
          <h4 className={classes.title}>
            <code>
              <TestNameText id={row.id} />
            </code>
            <span>on {columnName(column)}</span>
          </h4>
          <div className={classes.facts}>
            <Chip meaning={chipOf[at.meaning] ?? 'plain'}>{meaningWord[at.meaning]}</Chip>
            {at.cell?.cause && (
              <span>by {at.cell.cause === 'timeout' ? 'the clock' : `an ${at.cell.cause}`}</span>
            )}
            {at.cell && <span>{duration(at.cell.seconds)}</span>}
          </div>
          <p>{meaningReason[at.meaning]}</p>
          {at.cell?.message && <Output text={at.cell.message} label="What pytest said" />}
        </>
      )}
      {row && !column && <TestDetail row={row} source={source} correct={layout.correct} />}
      {!row && column && (
        <>
          <h4 className={classes.title}>{columnName(column)}</h4>
          <VariantDetail
            kind={column.kind}
            outcome={column.outcome}
            caughtBy={column.caughtBy}
            story={variant?.story ?? null}
            hint={variant?.hints.at(-1) ?? null}
          />
        </>
      )}
    </div>
  );
}

function TestDetail({
  row,
  source,
  correct,
}: {
  readonly row: Row;
  readonly source: MatrixSource;
  readonly correct: number;
}) {
  const labelOf = (key: string) => source.variants.find((variant) => variant.key === key)?.label ?? key;
  const alarm = row.falseAlarmOn.length > 0;
  const message = row.cells.find(({ meaning, cell }) => meaning === 'false-alarm' && cell?.message)?.cell
    ?.message;
  const caught = source.variants.filter(({ caughtBy }) => caughtBy.includes(row.id));
  return (
    <>
      <h4 className={classes.title}>
        <code>
          <TestNameText id={row.id} />
        </code>
        {row.file && <span>in {row.file}</span>}
      </h4>
      <div className={classes.facts}>
        {alarm ? (
          <Chip meaning="alarm">False alarm</Chip>
        ) : (
          <Chip meaning={row.caught > 0 ? 'caught' : 'plain'}>
            {row.caught > 0 ? `Catches ${row.caught}` : row.valid === null ? 'Running' : 'Catches no bug'}
          </Chip>
        )}
      </div>
      {alarm && <p>{falseAlarmSentence(row.falseAlarmOn.map(labelOf), correct)}</p>}
      {!alarm && caught.length > 0 && <p>{caught.map(columnName).join(' · ')}</p>}
      {!alarm && row.valid === true && caught.length === 0 && (
        <p>It passes on every correct version and on every bug. What would have to break for it to fail?</p>
      )}
      {!alarm && row.valid === false && (
        <p>It did not pass on every correct version, so it catches nothing.</p>
      )}
      {message && <Output text={message} label="What pytest said" />}
    </>
  );
}

function VariantDetail({
  kind,
  outcome,
  caughtBy,
  story,
  hint,
}: Pick<VariantView, 'kind' | 'story'> & {
  readonly hint: string | null;
  readonly caughtBy: readonly string[];
  readonly outcome: MatrixSource['variants'][number]['outcome'];
}) {
  if (kind === 'correct')
    return (
      <>
        <div className={classes.facts}>
          <Chip meaning={outcome === 'rejected' ? 'alarm' : 'plain'}>
            {outcome === 'rejected' ? 'Rejected by a false alarm' : 'Correct version'}
          </Chip>
        </div>
        <p>
          It does what the task asks, in another way or in another environment. Every test must pass on it: a
          test that fails here is a false alarm.
        </p>
      </>
    );
  if (outcome === 'caught')
    return (
      <>
        <div className={classes.facts}>
          <Chip meaning="caught">Caught</Chip>
          <ByTests ids={caughtBy} most={6} />
        </div>
        {story && <p>{story}</p>}
      </>
    );
  return (
    <>
      <div className={classes.facts}>
        <Chip meaning={outcome === 'survived' ? 'survived' : 'plain'}>
          {outcome === 'survived'
            ? 'Survived'
            : outcome === 'unknown'
              ? 'Newer than this page'
              : 'Not known yet'}
        </Chip>
      </div>
      {outcome === 'survived' && (
        <p>
          {hint ??
            'Every valid test passes on it: it would reach production. Its name is shown once it is caught.'}
        </p>
      )}
    </>
  );
}
