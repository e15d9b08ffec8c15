const begin = '<!-- written by script/bench --write: from here -->';
const end = '<!-- to here -->';

/**
 * A document with its generated section replaced; what people wrote around it stays.
 *
 * @throws Error when the document has no such section
 */
export function withSection(document: string, section: string): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`The document has no section between "${begin}" and "${end}".`);
  return `${document.slice(0, from)}${begin}\n\n${section.trim()}\n\n${document.slice(to)}`;
}
