import { distance } from 'fastest-levenshtein';

const most = 3;

/** Of the slugs, those that somebody who wrote `asked` most likely meant, the likeliest first: mistyped, or with a word in common. */
export function nearest(asked: string, slugs: readonly string[]): string[] {
  const wanted = asked.toLowerCase();
  const words = new Set(wanted.split(/[^a-z0-9]+/).filter(Boolean));
  return slugs
    .map((slug) => {
      const shared = slug.split('-').filter((word) => words.has(word)).length;
      return { slug, shared, edits: distance(wanted, slug) };
    })
    .filter(({ slug, shared, edits }) => shared > 0 || edits <= Math.ceil(slug.length / 3))
    .sort((a, b) => b.shared - a.shared || a.edits - b.edits)
    .slice(0, most)
    .map(({ slug }) => slug);
}
