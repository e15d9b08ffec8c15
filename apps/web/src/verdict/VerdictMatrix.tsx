import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { moveBy, type Place } from './grid-moves.js';
import { layOut, sectionsOf } from './matrix-layout.js';
import type { MatrixSource } from './matrix-source.js';
import { MatrixHead } from './MatrixHead.js';
import { MatrixLegend } from './MatrixLegend.js';
import { MatrixRow } from './MatrixRow.js';
import type { Selection } from './selection.js';
import { useOverflow } from './use-overflow.js';
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
 * wherever a verdict appears. Where not all columns fit, those that are needed come first, and shadows tell on which
 * sides there is more. Arrow keys move inside, Enter opens what is focused; Tab leaves it.
 */
export function VerdictMatrix({ source, selected, onSelect, size = 'desk' }: VerdictMatrixProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { hidden, crowded, names, heads, ...below } = useOverflow(scroller);
  const isCrowded = crowded !== null;
  const layout = useMemo(() => layOut(source, isCrowded), [source, isCrowded]);
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
      <div
        className={classes.frame}
        style={{ '--names': `${names}px`, '--heads': `${heads}px` } as CSSProperties}
      >
        <div
          ref={scroller}
          className={classes.scroller}
          {...(hidden !== '' && { role: 'group', 'aria-label': 'Matrix, to be scrolled', tabIndex: 0 })}
        >
          <table
            ref={table}
            role="grid"
            className={classes.table}
            aria-label={source.live ? 'Results so far: tests by versions' : 'Verdict: tests by versions'}
            onKeyDown={onKeyDown}
          >
            <MatrixHead
              layout={layout}
              focusColumn={current.row === 0 ? current.column : null}
              selected={selected}
              onFocusPlace={setPlace}
              onSelect={onSelect}
            />
            {sectionsOf(layout.rows).map((rows) => (
              <tbody key={rows[0]?.id}>
                {rows[0]?.heading && (
                  <tr className={classes.file}>
                    <th scope="rowgroup" colSpan={layout.columns.length + 1}>
                      <span>{rows[0].heading}</span>
                    </th>
                  </tr>
                )}
                {rows.map((row) => (
                  <MatrixRow
                    key={row.id}
                    row={row}
                    columns={layout.columns}
                    focusColumn={current.row === row.number ? current.column : null}
                    selected={selected}
                    onFocusPlace={setPlace}
                    onSelect={onSelect}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </div>
        <div className={classes.shades} data-hidden={hidden} style={below} aria-hidden="true" />
      </div>
      <MatrixLegend layout={layout} />
    </div>
  );
}
