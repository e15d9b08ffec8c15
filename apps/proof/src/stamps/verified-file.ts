import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { SentenceError } from '@lakeproof/terminal';
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

/** Where the stamps are kept: VERIFIED_FILE, or verified.json in the current folder. */
export const verifiedFile = (env: NodeJS.ProcessEnv) => env.VERIFIED_FILE ?? 'verified.json';

/** @throws SentenceError when the file is there and can't be used */
export function readStamps(file: string, suite: StampedSuite): Map<string, Stamp> {
  return new Map(Object.entries(readFile(file)[suite] ?? {}));
}

/** Puts a suite's stamps in the place of those it has. Other suites may write theirs at the same time. */
export function writeStamps(file: string, suite: StampedSuite, stamps: ReadonlyMap<string, Stamp>): void {
  const all = {
    ...readFile(file),
    [suite]: Object.fromEntries([...stamps].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const suites = stampedSuites.flatMap((name) => {
    const items = Object.entries(all[name] ?? {});
    if (items.length === 0) return [];
    const lines = items.map(([item, stamp]) => `    ${JSON.stringify(item)}: ${JSON.stringify(stamp)}`);
    return [`  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`];
  });
  // Renamed into its place: whoever is stopped in between leaves the old one.
  writeFileSync(`${file}.new`, `{\n${suites.join(',\n')}\n}\n`);
  renameSync(`${file}.new`, file);
}

function readFile(file: string): z.infer<typeof fileSchema> {
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
