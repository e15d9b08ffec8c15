const most = 3;

/** Of the slugs, those that somebody who wrote `asked` most likely meant, the likeliest first: mistyped, or with a word in common. */
export function nearest(asked: string, slugs: readonly string[]): string[] {
  const wanted = asked.toLowerCase();
  const words = new Set(wanted.split(/[^a-z0-9]+/).filter(Boolean));
  return slugs
    .map((slug) => {
      const shared = slug.split('-').filter((word) => words.has(word)).length;
      return { slug, shared, edits: edits(wanted, slug) };
    })
    .filter(({ slug, shared, edits }) => shared > 0 || edits <= Math.ceil(slug.length / 3))
    .sort((a, b) => b.shared - a.shared || a.edits - b.edits)
    .slice(0, most)
    .map(({ slug }) => slug);
}

/** Levenshtein's distance: letters added, dropped or replaced. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, n) => n);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
