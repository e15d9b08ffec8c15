/** A place in the matrix: row 0 is the header row, column 0 the names of the tests. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  /** Numbers of the last row and column. */
  readonly lastRow: number;
  readonly lastColumn: number;
}

const clamp = (value: number, last: number) => Math.max(0, Math.min(last, value));

/** Where a key leads to from here; undefined for keys that don't move. As in a spreadsheet. */
export function moveBy(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: Place,
  { lastRow, lastColumn }: Extent,
): Place | undefined {
  const to = (r: number, c: number) => ({ row: clamp(r, lastRow), column: clamp(c, lastColumn) });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - 8, column);
    case 'PageDown':
      return to(row + 8, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? lastRow : row, lastColumn);
    default:
      return undefined;
  }
}
