import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packageOf, sandboxSpecs } from './items.js';

const spec = 'apps/worker/src/worker.sandbox.spec.ts';
let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const inputs = () => sandboxSpecs(root).find(({ name }) => name === spec)?.inputs;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'specs-'));
  write('apps/worker/package.json', '{ "dependencies": { "@lakeproof/persistence": "1", "pino": "1" } }');
  write('apps/worker/src/main.ts', '');
  write('apps/worker/src/main.spec.ts', '');
  write(spec, "import { exercise } from './testing/classroom.js';");
  write('apps/worker/src/testing/classroom.ts', "export const exercise = 'clean-orders';");
  write('exercises/day-1/clean-orders/exercise.json', '{}');
  write('exercises/day-1/join-fan-out/exercise.json', '{}');
  write('libs/persistence/package.json', '{ "dependencies": { "@lakeproof/contracts": "1" } }');
  write('libs/persistence/src/claim.ts', '');
  write('libs/contracts/package.json', '{}');
  write('libs/contracts/src/job.ts', '');
  write('libs/contracts/src/testing/events.ts', '');
  write('apps/web/package.json', '{}');
  write('apps/web/src/main.tsx', '');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the specs that need sandboxes', () => {
  it('are found by their name, and belong to their package', () => {
    expect(sandboxSpecs(root).map(({ name }) => name)).toEqual([spec]);
    expect(packageOf(spec)).toBe('apps/worker');
  });

  it.each([
    spec,
    'apps/worker/src/main.ts',
    'apps/worker/src/testing/redis.ts',
    'libs/persistence/src/claim.ts',
    'libs/persistence/src/claim.sql',
    'libs/contracts/src/testing/events.ts',
    'exercises/day-1/clean-orders/solution/test_orders.py',
  ])('are run again after a change of %s', (path) => {
    const before = inputs();
    write(path, 'changed');
    expect(inputs()).not.toBe(before);
  });

  it.each([
    'apps/web/src/main.tsx',
    'apps/worker/src/main.spec.ts',
    'exercises/day-1/join-fan-out/solution/test_orders.py',
  ])('are not for a change of %s', (path) => {
    const before = inputs();
    write(path, 'changed');
    expect(inputs()).toBe(before);
  });

  it('leave to the ground what stands on it', () => {
    const before = inputs();
    write('libs/contracts/src/job.ts', 'changed');
    expect(inputs()).toBe(before);
  });
});
