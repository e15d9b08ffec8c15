/** What is opened below the matrix: a column, a row, or the cell where they meet. */
export interface Selection {
  readonly test: string | null;
  readonly variant: string | null;
}

export const isSelected = (at: Selection | null, test: string | null, variant: string | null): boolean =>
  at !== null && at.test === test && at.variant === variant;
