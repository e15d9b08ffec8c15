import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { columnName, columnOutcome } from './cell-words.js';
import { moveBy, type Place } from './grid-moves.js';
import { layOut } from './matrix-layout.js';
import type { MatrixSource } from './matrix-source.js';
import { MatrixLegend } from './MatrixLegend.js';
import { MatrixRow } from './MatrixRow.js';
import { OutcomeIcon } from './MeaningIcon.js';
import { isSelected, type Selection } from './selection.js';
import classes from './matrix.module.css';

export interface VerdictMatrixProps {
  readonly source: MatrixSource;
  readonly selected: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  /** `room`: large enough for the back of a classroom. */
  readonly size?: 'desk' | 'room';
}

/**
 * Tests by versions: which test catches which bug, and which rejects a correct version. The product's face, the same
 * wherever a verdict appears. Arrow keys move inside, Enter opens what is focused; Tab leaves it.
 */
export function VerdictMatrix({ source, selected, onSelect, size = 'desk' }: VerdictMatrixProps) {
  const layout = useMemo(() => layOut(source), [source]);
  const [place, setPlace] = useState<Place>({ row: 1, column: 1 });
  const table = useRef<HTMLTableElement>(null);
  const extent = { lastRow: layout.rows.length, lastColumn: layout.columns.length };
  const current = {
    row: Math.min(place.row, extent.lastRow),
    column: Math.min(place.column, extent.lastColumn),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveBy(event, current, extent);
    if (!next) return;
    event.preventDefault();
    // The corner holds nothing to open.
    if (next.row === 0 && next.column === 0) return;
    setPlace(next);
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row}:${next.column}"]`)?.focus();
  };

  return (
    <div
      className={classes.matrix}
      data-size={size}
      style={{ '--columns': layout.columns.length } as CSSProperties}
    >
      <div className={classes.scroller}>
        <table
          ref={table}
          role="grid"
          className={classes.table}
          aria-label={source.live ? 'Results so far: tests by versions' : 'Verdict: tests by versions'}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr className={classes.groups}>
              <td className={classes.corner} />
              {layout.correct > 0 && (
                <th scope="colgroup" colSpan={layout.correct}>
                  Correct
                </th>
              )}
              {layout.bugs > 0 && (
                <th scope="colgroup" colSpan={layout.bugs} className={classes.startsGroup}>
                  {layout.bugs > 1 ? 'Bugs' : 'Bug'}
                </th>
              )}
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
                    tabIndex={current.row === 0 && current.column === index + 1 ? 0 : -1}
                    title={`${columnName(column)}: ${columnOutcome[column.outcome]}`}
                    onFocus={() => {
                      setPlace({ row: 0, column: index + 1 });
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
          <tbody>
            {layout.rows.map((row, index) => (
              <MatrixRow
                key={row.id}
                row={row}
                number={index + 1}
                columns={layout.columns}
                focusColumn={current.row === index + 1 ? current.column : null}
                selected={selected}
                onFocusPlace={setPlace}
                onSelect={onSelect}
              />
            ))}
          </tbody>
        </table>
      </div>
      <MatrixLegend layout={layout} />
    </div>
  );
}
