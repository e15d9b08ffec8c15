import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { SandboxError } from '@lakeproof/sandbox';
import { attackSchema, type Attack } from './attack.js';
import type { Batch } from './batches.js';
import type { Outcome } from './judge.js';
import { runBatches } from './run-batches.js';

const batchOf = (name: string, beside: Attack['beside'] = []): Batch => [
  {
    ...attackSchema.parse({ tries: 'something', proves: 'nothing', expect: { reason: null } }),
    ...{ name, beside, files: [] },
  },
];
const second = [{ path: 'test_y.py', content: '' }];
/** What a batch comes to is not looked at here. */
const outcome = {} as Outcome;

/** Runs the batches, and says which were told, and which of these got no sandbox. */
async function told(
  batches: Batch[],
  runOne: (name: string) => Promise<Outcome>,
  signal = new AbortController().signal,
) {
  const names: string[] = [];
  await runBatches(
    batches,
    ([{ name }]) => runOne(name),
    signal,
    ([{ name }], came) => {
      names.push(came instanceof SandboxError ? `${name}: ${came.message}` : name);
    },
  );
  return names;
}

describe('running batches', () => {
  it('goes on when one gets no sandbox', async () => {
    const names = await told([batchOf('a'), batchOf('b')], (name) =>
      name === 'a' ? Promise.reject(new SandboxError('start', 'none')) : Promise.resolve(outcome),
    );
    expect(names.sort()).toEqual(['a: none', 'b']);
  });

  it('tells nothing of those that Ctrl-C cut off or kept from a sandbox', async () => {
    const stop = new AbortController();
    const begun: string[] = [];
    const runOne = async (name: string): Promise<Outcome> => {
      begun.push(name);
      if (name === 'ended') return outcome;
      await setImmediate();
      stop.abort();
      if (name === 'waiting') throw new SandboxError('closed', 'The pool is closed.');
      return outcome;
    };
    const batches = [batchOf('ended'), batchOf('cut'), batchOf('waiting'), batchOf('later', second)];
    expect(await told(batches, runOne, stop.signal)).toEqual(['ended']);
    expect(begun).toEqual(['ended', 'cut', 'waiting']);
  });
});
