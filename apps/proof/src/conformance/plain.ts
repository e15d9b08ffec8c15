import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { SentenceError } from '@lakeproof/terminal';
import { z } from 'zod';
import { outcomesSchema, type Outcomes } from './outcomes.js';
import type { Shape } from './shape.js';

const lineSchema = z.union([
  outcomesSchema.extend({ name: z.string() }),
  z.strictObject({ name: z.string(), broken: z.string() }),
]);

/** A laptop in a container: no network, one user, room for a JVM; not a sandbox, since these suites are ours. */
const container = [
  ...['run', '-i', '--rm', '--network', 'none', '--user', 'spark'],
  ...['--tmpfs', '/tmp:mode=1777,exec', '--entrypoint', 'sh'],
];
const unpackAndRun = 'mkdir /tmp/plain && cd /tmp/plain && tar -x && exec python plain/run.py "$1"';

/** The sentence for whoever stopped it. */
export const stopped = 'Stopped before the end: the stamps stay as they were.';

export interface PlainSettings {
  readonly image: string;
  /** Holds the shapes, and the programs that run in the container. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Told each suite's outcomes as they come. */
  readonly each: (name: string, outcomes: Outcomes) => Promise<void>;
}

/**
 * Runs suites by plain pytest on stock PySpark, one after another in one container of the image.
 *
 * @returns the outcomes by shape, or why a shape has none
 * @throws SentenceError when the container was cut off or stopped
 */
export async function runPlain(
  shapes: readonly Shape[],
  { image, folder, signal, each }: PlainSettings,
): Promise<Map<string, Outcomes | string>> {
  const found = new Map<string, Outcomes | string>();
  if (shapes.length === 0) return found;
  const plan = JSON.stringify(Object.fromEntries(shapes.map((shape) => [shape.name, argumentsOf(shape)])));
  const suites = shapes.map(({ name }) => `shapes/${name}/suite`);
  const tar = spawn('tar', ['-C', folder, '--exclude', '__pycache__', '-c', 'plain', ...suites], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const docker = spawn('docker', [...container, image, '-c', unpackAndRun, 'sh', plan], {
    stdio: ['pipe', 'pipe', 'inherit'],
    signal,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    docker.once('close', resolve).once('error', (error) => {
      reject(new SentenceError(signal.aborted ? stopped : `docker could not be run: ${error.message}`));
    });
  });
  docker.stdin.on('error', () => undefined);
  tar.stdout.pipe(docker.stdin);
  for await (const line of createInterface(docker.stdout)) {
    const said = lineSchema.parse(JSON.parse(line));
    if ('broken' in said) found.set(said.name, said.broken);
    else {
      const outcomes = { tests: said.tests, uncollected: said.uncollected };
      found.set(said.name, outcomes);
      await each(said.name, outcomes);
    }
  }
  const code = await ended;
  // Killed, or never run: that is no word about a shape.
  if (code === null || code >= 125)
    throw new SentenceError(`The container of plain pytest was cut off with code ${String(code)}.`);
  for (const { name } of shapes)
    if (!found.has(name)) found.set(name, `the container ended with code ${String(code)} before it ran`);
  return found;
}

const argumentsOf = ({ engine, plainArguments }: Shape) =>
  engine === 'connect' ? ['--connect', ...plainArguments] : plainArguments;
