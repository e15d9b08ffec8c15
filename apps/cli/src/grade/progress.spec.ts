import { describe, expect, it } from '@jest/globals';
import type { SandboxEvent } from '@lakeproof/sandbox';
import { StatusLine } from '@lakeproof/terminal';
import { capturedIo } from '@lakeproof/terminal/testing';
import { Progress } from './progress.js';

const collected = (variant: string): SandboxEvent => ({
  event: 'collected',
  variant,
  tests: ['test_a.py::test_x', 'test_a.py::test_y'],
  failures: [],
  notes: [],
});
const test = (variant: string, id: string): SandboxEvent => ({
  event: 'test',
  variant,
  id,
  outcome: 'passed',
  cause: null,
  seconds: 0.1,
  message: '',
  output: '',
});
const end = (variant: string): SandboxEvent => ({
  event: 'variant',
  variant,
  end: 'finished',
  seconds: 1,
  message: '',
});
const events = ['reference', 'fan-out'].flatMap((variant) => [
  collected(variant),
  test(variant, 'test_a.py::test_x'),
  test(variant, 'test_a.py::test_y'),
  end(variant),
]);

function said(isTTY: boolean): string {
  const { io, stderr } = capturedIo();
  const progress = new Progress(new StatusLine(Object.assign(io.stderr, { isTTY })), 2);
  progress.starting();
  progress.started();
  for (const event of events) progress.take(event);
  return stderr();
}

describe('progress', () => {
  it('is one line for each phase where nobody watches', () => {
    expect(said(false)).toBe(`Starting Spark…
Spark is ready. Collecting tests…
Running 2 tests on 2 versions…
2 versions done, 4 results.
`);
  });

  it('is one line that changes at a terminal', () => {
    expect(said(true)).not.toContain('\n');
    expect(said(true)).toContain('\r\u001b[K1 of 2 versions done, 3 results');
  });
});
