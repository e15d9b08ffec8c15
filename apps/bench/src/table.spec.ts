import { expect, it } from '@jest/globals';
import { report, short } from './table.js';

const machine = {
  processor: 'A processor',
  cores: 2,
  memoryGiB: 16,
  freeGiB: 12,
  kernel: '6.1',
  engine: '20.10',
  cgroup: '1',
  node: 'v20',
  image: 'abc',
  load: 0.1,
};
const result = {
  startedAt: '2026-11-25T02:00:00Z',
  seconds: 61.4,
  rounds: 2,
  quick: false,
  machine,
  loads: [0.1, 2.4],
  titles: { a: 'cold', ours: 'ours: a warm sandbox' },
  figures: {
    a: { matrixSeconds: [100, 120], matrixCpuSeconds: [150, 150] },
    ours: { matrixSeconds: [10, 10], matrixCpuSeconds: [18, 20], firstResultSeconds: [0.5, 0.7] },
    start: { readySeconds: [6.1] },
  },
};
const text = report(result);

it('tells the machine and what else it did', () => {
  expect(text).toContain('2026-11-25 02:00 UTC, 2 rounds in 61 s.');
  expect(text).toContain('Load of the machine when the rounds began: 0.1, 2.4.');
});

it('puts each measured baseline beside ours, with its spread and CPU-seconds', () => {
  expect(text).toMatch(/\| \(a\) cold +\| 110 +\| 100 to 120 +\| 150 +\| 11\.0 +\|/);
  expect(text).not.toContain('(b)');
});

it('says what was reached', () => {
  expect(text).toMatch(/\| times faster than \(a\) +\| ≥ 10 +\| 11\.0 +\| 10\.0 to 12\.0 +\| reached +\|/);
});

it('shows single figures without a spread', () => {
  expect(text).toMatch(/\| ready from nothing, s +\| 6\.10 +\| +\|/);
});

it('keeps three digits', () => {
  expect([short(0.123), short(1.234), short(12.34), short(123.4)]).toEqual(['0.12', '1.23', '12.3', '123']);
});
