import { describe, expect, it } from '@jest/globals';
import { runChild } from './run-child.js';

const bash = (script: string, stop = new AbortController()) =>
  runChild('bash', ['-c', script], { stdio: 'ignore' }, stop);

describe('a program that a suite runs', () => {
  it.each([
    ['exit 0', 0],
    ['exit 1', 1],
    // pytest's word for a file of tests that can't be collected, too.
    ['exit 2', 2],
  ])('says how it ended: %s', async (script, code) => {
    expect(await bash(script)).toEqual({ code, isCut: false });
  });

  it.each(['kill -KILL $$', 'exit 137', 'exit 143', 'exit 125'])('was cut off: %s', async (script) => {
    expect(await bash(script)).toEqual({ code: 1, isCut: true });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with all that it started by %s', async (signal) => {
    const stop = new AbortController();
    const running = bash('sleep 60; exit 0', stop);
    process.emit(signal, signal);
    expect(await running).toEqual({ code: 1, isCut: true });
    expect(stop.signal.aborted).toBe(true);
  });
});
