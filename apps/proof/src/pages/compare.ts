/** What a block came to in the sandbox. */
export interface BlockResult {
  readonly printed: string;
  /** `ExceptionType: message`; null when nothing was raised. */
  readonly raised: string | null;
  /** The end of the traceback, for whoever mends the page. */
  readonly where: string;
}

// eslint-disable-next-line no-control-regex -- colour codes are what is looked for
const colours = /\u001b\[[0-9;]*[A-Za-z]/g;

/** Lines as they are compared: no colours, no blanks at a line's end, no empty lines at both ends. */
export const comparableLines = (text: string): string[] => {
  const lines = text
    .replace(colours, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
};

/**
 * Whether a page shows what came. In a shown line `…` stands for anything; a line of `…` alone stands for any
 * number of lines.
 */
export function matches(shown: readonly string[], came: readonly string[]): boolean {
  const [line, ...rest] = shown;
  if (line === undefined) return came.length === 0;
  if (line.trim() === '…')
    return Array.from({ length: came.length + 1 }, (_, skipped) => skipped).some((skipped) =>
      matches(rest, came.slice(skipped)),
    );
  const [next, ...others] = came;
  return next !== undefined && lineMatches(line, next) && matches(rest, others);
}

function lineMatches(shown: string, came: string): boolean {
  const parts = shown.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(came);
}

/** Both sides line by line: `-` is shown by the page, `+` is what came, and lines that agree stand plain. */
export function difference(shown: readonly string[], came: readonly string[]): string {
  const longest = Math.max(shown.length, came.length);
  const lines = Array.from({ length: longest }, (_, n) => {
    const [left, right] = [shown[n], came[n]];
    if (left !== undefined && right !== undefined && lineMatches(left, right)) return [`  ${right}`];
    return [...(left === undefined ? [] : [`- ${left}`]), ...(right === undefined ? [] : [`+ ${right}`])];
  });
  return lines.flat().join('\n');
}
