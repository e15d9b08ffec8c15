/**
 * Text from a sandbox as it may go to a terminal: control characters, with which a test's name could
 * move the cursor or rewrite what stands above it, become visible. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}

/** The first line that says something, cut to `max` characters. */
export function firstLine(text: string, max: number): string {
  const line =
    printable(text)
      .split('\n')
      .find((part) => part.trim() !== '') ?? '';
  return cut(line.trim(), max);
}

export const cut = (text: string, max: number) => (text.length <= max ? text : `${text.slice(0, max - 1)}…`);
