import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { SentenceError } from '@lakeproof/terminal';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import { stampSchema, type Stamp } from './stamp.js';

/** Suites whose items run in sandboxes and are stamped. */
export const stampedSuites = [
  'exercises',
  'pages',
  'conformance',
  'attacks',
  'harness',
  'regrade',
  'specs',
] as const;
export type StampedSuite = (typeof stampedSuites)[number];

const fileSchema = z.partialRecord(z.enum(stampedSuites), z.record(z.string(), stampSchema));
type Stamps = z.infer<typeof fileSchema>;

/** Where the stamps are kept: VERIFIED_FILE, or verified.json in the current folder. */
export const verifiedFile = (env: NodeJS.ProcessEnv) => env.VERIFIED_FILE ?? 'verified.json';

/** @throws SentenceError when the file is there and can't be used */
export function readStamps(file: string, suite: StampedSuite): Map<string, Stamp> {
  return new Map(Object.entries(readFile(file)[suite] ?? {}));
}

/** What a run did to a suite's stamps, by item; undefined: it has none any more. */
export type Changes = ReadonlyMap<string, Stamp | undefined>;

/**
 * Changes a suite's stamps in the file. Whoever else writes to it waits, and what they wrote stays.
 *
 * @throws SentenceError when the file can't be used
 */
export async function changeStamps(file: string, suite: StampedSuite, changes: Changes): Promise<void> {
  const release = await lock(file, patient).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
    throw new SentenceError(`${file} is being written by somebody else: ${file}.lock stays. Run it again.`);
  });
  try {
    const all = readFile(file);
    const stamps = new Map(Object.entries(all[suite] ?? {}));
    for (const [name, stamp] of changes)
      if (stamp) stamps.set(name, stamp);
      else stamps.delete(name);
    const sorted = [...stamps].sort(([a], [b]) => (a < b ? -1 : 1));
    // Renamed into its place: whoever is stopped in between leaves the old one.
    writeFileSync(`${file}.new`, textOf({ ...all, [suite]: Object.fromEntries(sorted) }));
    renameSync(`${file}.new`, file);
  } finally {
    await release();
  }
}

/** Writing takes milliseconds. A lock that its owner left behind is taken over after ten seconds. */
const patient = {
  realpath: false,
  stale: 10_000,
  retries: { retries: 100, minTimeout: 20, maxTimeout: 200 },
};

/** An item a line, so that a change of one is a change of one line. */
function textOf(all: Stamps): string {
  const suites = stampedSuites.flatMap((name) => {
    const items = Object.entries(all[name] ?? {});
    if (items.length === 0) return [];
    const lines = items.map(([item, stamp]) => `    ${JSON.stringify(item)}: ${JSON.stringify(stamp)}`);
    return [`  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`];
  });
  return `{\n${suites.join(',\n')}\n}\n`;
}

function readFile(file: string): Stamps {
  if (!existsSync(file)) return {};
  const read = fileSchema.safeParse(parsed(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new SentenceError(
    `${file} can't be used: restore it from Git, or remove it to have everything verified again.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
