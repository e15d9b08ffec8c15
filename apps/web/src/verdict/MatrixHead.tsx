import { VisuallyHidden } from '@mantine/core';
import { columnName, columnOutcome } from './cell-words.js';
import type { Place } from './grid-moves.js';
import type { MatrixLayout } from './matrix-layout.js';
import { OutcomeIcon } from './MeaningIcon.js';
import { isSelected, type Selection } from './selection.js';
import classes from './matrix.module.css';

interface MatrixHeadProps {
  readonly layout: MatrixLayout;
  /** The column that Tab reaches, when it is in the header. */
  readonly focusColumn: number | null;
  readonly selected: Selection | null;
  readonly onFocusPlace: (place: Place) => void;
  readonly onSelect: (selection: Selection) => void;
}

/** The versions, group by group, each with what became of it. */
export function MatrixHead({ layout, focusColumn, selected, onFocusPlace, onSelect }: MatrixHeadProps) {
  return (
    <>
      <colgroup />
      {layout.groups.map(({ label, columns }) => (
        <colgroup key={label} span={columns.length} />
      ))}
      <thead>
        <tr className={classes.groups}>
          <td className={classes.corner} />
          {layout.groups.map(({ label, columns }, index) => (
            <th
              key={label}
              scope="colgroup"
              colSpan={columns.length}
              className={index > 0 ? classes.startsGroup : undefined}
            >
              {label}
            </th>
          ))}
        </tr>
        <tr className={classes.heads}>
          <th scope="col" className={classes.corner}>
            Test
          </th>
          {layout.columns.map((column, index) => (
            <th
              key={column.key}
              scope="col"
              className={column.startsGroup && index > 0 ? classes.startsGroup : undefined}
            >
              <button
                type="button"
                className={classes.head}
                data-outcome={column.outcome}
                data-place={`0:${index + 1}`}
                data-selected={isSelected(selected, null, column.key) || undefined}
                tabIndex={focusColumn === index + 1 ? 0 : -1}
                title={`${columnName(column)}: ${columnOutcome[column.outcome]}`}
                onFocus={() => {
                  onFocusPlace({ row: 0, column: index + 1 });
                }}
                onClick={() => {
                  onSelect({ test: null, variant: column.key });
                }}
              >
                <span className={classes.outcome}>
                  <OutcomeIcon outcome={column.outcome} />
                </span>
                <span aria-hidden="true">{column.short}</span>
                <VisuallyHidden>
                  {columnName(column)}: {columnOutcome[column.outcome]}
                </VisuallyHidden>
              </button>
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
