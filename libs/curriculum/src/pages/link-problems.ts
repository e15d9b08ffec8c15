import type { Catalogue } from '../catalogue.js';
import { fileError } from '../exercise-error.js';
import type { Page } from './page.js';

type Linked = Pick<Catalogue, 'days' | 'articles' | 'reference' | 'exercises'>;

/** Links of the pages that lead nowhere, and labs that are no exercise, as sentences that name file and line. */
export function linkProblems(catalogue: Linked): string[] {
  const addresses = addressesOf(catalogue);
  const links = pagesOf(catalogue).flatMap((page) =>
    page.links.flatMap(({ url, line }) => {
      const problem = problemOf(url, page, addresses);
      return problem ? [fileError(page.label, `line ${line}: ${problem}`).message] : [];
    }),
  );
  const labs = catalogue.articles.flatMap(({ label, lab }) =>
    lab === undefined || catalogue.exercises.has(lab)
      ? []
      : [fileError(label, `lab: there is no exercise ${lab}`).message],
  );
  return [...links, ...labs];
}

/** Every page, in the order it is taught. */
export const pagesOf = ({ days, articles, reference }: Omit<Linked, 'exercises'>): Page[] => [
  ...days.flatMap(({ lessons, monday }) => (monday ? [...lessons, monday] : lessons)),
  ...articles,
  ...reference,
];

const none: ReadonlySet<string> = new Set();

/** Addresses of the web app, each with the anchors it is known to have. */
function addressesOf({ days, articles, reference }: Linked): Map<string, ReadonlySet<string>> {
  const page = (folder: string) => (found: Page) => [`${folder}/${found.slug}`, found.anchors] as const;
  return new Map<string, ReadonlySet<string>>([
    ['/', none],
    ['/articles', none],
    ['/curriculum', none],
    ['/learn', new Set(days.map(({ slug }) => slug))],
    ...days.flatMap(({ slug, lessons, monday, exercises }) => [
      ...[...lessons, ...(monday ? [monday] : [])].map(page(`/learn/${slug}`)),
      ...exercises.map((exercise) => [`/learn/${slug}/${exercise.slug}`, none] as const),
    ]),
    ...articles.map(page('/articles')),
    ...reference.map(page('/reference')),
  ]);
}

function problemOf(url: string, from: Page, addresses: ReadonlyMap<string, ReadonlySet<string>>) {
  const [address = '', anchor] = url.split('#');
  const anchors = address === '' ? from.anchors : addresses.get(address);
  if (!anchors) return `links to ${url}, but there is no page ${address}`;
  if (anchor !== undefined && !anchors.has(anchor))
    return `links to ${url}, but there is no heading #${anchor}`;
  return undefined;
}
