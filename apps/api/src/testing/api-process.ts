import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { seedDemo } from '@lakeproof/persistence';
import { temporaryDatabase, type TemporaryDatabase } from '@lakeproof/persistence/testing';
import { specEnvironment } from './api-under-test.js';

const main = resolve(import.meta.dirname, '../../dist/main.js');

/** The API as it is run, in a process of its own, on a seeded database of its own. */
export interface ApiProcess {
  readonly url: string;
  readonly database: TemporaryDatabase;
  /** Whether it still runs. */
  readonly isAlive: boolean;
  /** The last lines of its log. */
  readonly lastLines: readonly string[];
  /** Stops the process and drops the database. */
  end(): Promise<void>;
}

/**
 * @param heapMiB the most that its JavaScript may hold
 * @throws Error that says what to do when the API is not built
 */
export async function startApiProcess(heapMiB: number): Promise<ApiProcess> {
  if (!existsSync(main)) throw new Error('The API is not built. Run: npx tsc -b apps/api');
  const database = await temporaryDatabase();
  await seedDemo(database.dataSource.manager);
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMiB}`, main], {
    env: { ...process.env, NODE_OPTIONS: '', ...specEnvironment(database.url) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastLines: string[] = [];
  const keep = (line: string) => {
    lastLines.push(line);
    if (lastLines.length > 30) lastLines.shift();
  };
  createInterface(child.stderr).on('line', keep);
  const port = await new Promise<string>((listening, failed) => {
    createInterface(child.stdout).on('line', (line) => {
      keep(line);
      const found = /"url":"http:\/\/[^"]*:(\d+)".*"listening"/.exec(line)?.[1];
      if (found !== undefined) listening(found);
    });
    child.once('exit', () => {
      failed(new Error(`The API ended at its start:\n${lastLines.join('\n')}`));
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    lastLines,
    get isAlive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async end() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await database.drop();
    },
  };
}
