import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { cellSentence } from './cell-words.js';
import type { Place } from './grid-moves.js';
import type { Column, Row } from './matrix-layout.js';
import { CaughtIcon, CellIcon, FalseAlarmIcon } from './MeaningIcon.js';
import { TestNameInMatrix } from './TestNameInMatrix.js';
import { isSelected, type Selection } from './selection.js';
import classes from './matrix.module.css';

interface MatrixRowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  /** The column that Tab reaches, when it is in this row. */
  readonly focusColumn: number | null;
  readonly selected: Selection | null;
  readonly onFocusPlace: (place: Place) => void;
  readonly onSelect: (selection: Selection) => void;
}

const standingOf = (row: Row) => {
  if (row.falseAlarmOn.length > 0) return 'false alarm';
  if (row.valid === null) return 'running';
  return row.valid ? `valid, catches ${row.caught}` : 'not valid';
};

/** What a screen reader says of a test: with its class, which the eye sees above. */
const sentenceOf = (row: Row) =>
  `${row.context && `${row.context}, `}${row.name}${row.parameters}: ${standingOf(row)}`;

/** One test: its name, then what it says about every version. */
export const MatrixRow = memo(function MatrixRow({
  row,
  columns,
  focusColumn,
  selected,
  onFocusPlace,
  onSelect,
}: MatrixRowProps) {
  const alarm = row.falseAlarmOn.length > 0;
  return (
    <tr data-alarm={alarm || undefined}>
      <th scope="row" className={classes.test}>
        <button
          type="button"
          className={classes.testButton}
          data-place={`${row.number}:0`}
          data-selected={isSelected(selected, row.id, null) || undefined}
          tabIndex={focusColumn === 0 ? 0 : -1}
          title={row.id}
          onFocus={() => {
            onFocusPlace({ row: row.number, column: 0 });
          }}
          onClick={() => {
            onSelect({ test: row.id, variant: null });
          }}
        >
          <TestNameInMatrix id={row.id} />
          <VisuallyHidden>{sentenceOf(row)}</VisuallyHidden>
          {alarm ? (
            <span className={classes.tally} data-meaning="alarm" aria-hidden="true">
              <FalseAlarmIcon size="1.1em" stroke={2} />
            </span>
          ) : (
            row.valid !== null && (
              <span
                className={classes.tally}
                data-meaning={row.caught > 0 ? 'caught' : undefined}
                aria-hidden="true"
              >
                {row.caught > 0 && <CaughtIcon size="1.1em" stroke={2} />}
                {row.caught}
              </span>
            )
          )}
        </button>
      </th>
      {columns.map((column, index) => {
        const at = row.cells[index] ?? { meaning: 'not-run', cell: null };
        const sentence = cellSentence(row, column, at);
        return (
          <td
            key={column.key}
            className={column.startsGroup && index > 0 ? classes.startsGroup : undefined}
            data-outcome={column.outcome}
          >
            <button
              type="button"
              className={classes.cell}
              data-meaning={at.meaning}
              data-place={`${row.number}:${index + 1}`}
              data-selected={isSelected(selected, row.id, column.key) || undefined}
              tabIndex={focusColumn === index + 1 ? 0 : -1}
              aria-label={sentence}
              title={sentence}
              onFocus={() => {
                onFocusPlace({ row: row.number, column: index + 1 });
              }}
              onClick={() => {
                onSelect({ test: row.id, variant: column.key });
              }}
            >
              <CellIcon meaning={at.meaning} cause={at.cell?.cause ?? null} />
            </button>
          </td>
        );
      })}
    </tr>
  );
});
