import { z } from 'zod';

const cellSchema = z.strictObject({
  outcome: z.enum(['passed', 'failed', 'error', 'skipped', 'timeout', 'not run']),
  cause: z.enum(['assertion', 'exception', 'timeout']).nullable(),
  /** What pytest says of the failure. */
  message: z.string(),
});

/** How a suite's tests ended, and why files of it could not be collected. */
export const outcomesSchema = z.strictObject({
  tests: z.record(z.string(), cellSchema),
  uncollected: z.record(z.string(), z.enum(['syntax-error', 'import-error', 'collection-error'])),
});
export type Outcomes = z.infer<typeof outcomesSchema>;
export type Cell = z.infer<typeof cellSchema>;

/** Every cell in a few words, by the test or the file it stands for. */
export function cellsOf({ tests, uncollected }: Outcomes): Map<string, string> {
  return new Map([
    ...Object.entries(uncollected).map(([file, reason]) => [file, `not collected: ${reason}`] as const),
    ...Object.entries(tests).map(([test, cell]) => [test, inWords(cell)] as const),
  ]);
}

function inWords({ outcome, cause, message }: Cell): string {
  if (cause === null) return outcome;
  return `${outcome} (${cause}): ${comparable(message)}`;
}

/** The first line of a message, without what differs from run to run: numbers of columns and objects, addresses, folders; cut, as the sandbox does. */
function comparable(message: string): string {
  const [line = ''] = message.trim().split('\n');
  return line
    .replaceAll(/#\d+L?/g, '#')
    .replaceAll(/0x[0-9a-f]+/g, '0x')
    .replaceAll(/calling o\d+\./g, 'calling o.')
    .replaceAll(/\/(?:tmp|work)\/[^\s'",)\]]*/g, '/…')
    .slice(0, 1500);
}
