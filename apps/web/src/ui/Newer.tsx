import { Problem } from './Problem.js';

/** Something that Lakeproof knows by now, and a page that was opened before doesn't. The rest of the page holds. */
export const Newer = ({ what }: { readonly what: string }) => (
  <Problem role="note">{what} is newer than this page. Reload the page to see it.</Problem>
);
