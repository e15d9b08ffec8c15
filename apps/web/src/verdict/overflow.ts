/** A box that scrolls, as the browser measures it. */
export interface ScrollMetrics {
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
  readonly scrollWidth: number;
  readonly scrollHeight: number;
}

/** Positions may be fractions of a pixel while sizes are rounded. */
const slack = 1;

/** Where more is than one sees: "right down". Empty where all is in sight. */
export function hiddenSides(box: ScrollMetrics): string {
  const sides = {
    left: box.scrollLeft > slack,
    right: box.scrollLeft + box.clientWidth < box.scrollWidth - slack,
    up: box.scrollTop > slack,
    down: box.scrollTop + box.clientHeight < box.scrollHeight - slack,
  };
  return Object.entries(sides)
    .filter(([, hidden]) => hidden)
    .map(([side]) => side)
    .join(' ');
}

/**
 * The width up to which columns don't fit, or null while they do. It is kept until there is more room: another order
 * has other headings, and a matrix whose width hangs on its order must not go back and forth between two of them.
 */
export function crowdedUpTo(
  before: number | null,
  { clientWidth, scrollWidth }: Pick<ScrollMetrics, 'clientWidth' | 'scrollWidth'>,
): number | null {
  if (scrollWidth > clientWidth + slack) return Math.max(before ?? 0, clientWidth);
  return before !== null && clientWidth <= before ? before : null;
}
