import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Bench, Measure } from './bench.js';

const script = join(import.meta.dirname, '../../../../script/server');

/** `script/server` when everything is set up already: until it says where it runs. */
export const secondServerStart = (bench: Bench): Measure => ({
  name: 'server',
  title: 'second start of script/server',
  async round(round) {
    if (round === 0) bench.gathered.add('server', { readySeconds: await startOnce() });
  },
});

async function startOnce(): Promise<number> {
  const began = performance.now();
  const server = spawn(script, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve();
    }),
  );
  try {
    for await (const line of createInterface(server.stdout))
      if (line.includes('Lakeproof runs at')) return (performance.now() - began) / 1000;
    throw new Error('script/server ended before it was ready.');
  } finally {
    server.kill('SIGINT');
    await ended;
  }
}
