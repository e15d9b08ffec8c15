import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { errorInLog } from '@lakeproof/service';
import { Faults } from './faults.js';

const withCode = (code: string) => Object.assign(new Error(`it said ${code}`), { code });

function faults() {
  const lines: { level: number; msg: string; err: { stack: string } }[] = [];
  const log = pino(
    { level: 'debug', serializers: { err: errorInLog } },
    { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) },
  );
  return { faults: new Faults(log), lines };
}

describe('an error that nobody foresaw', () => {
  it('is logged with its stack and counted, with the time of the last', () => {
    const { faults: seen, lines } = faults();
    expect(seen.seen).toEqual({ count: 0, lastAt: null });
    seen.report(new TypeError('x is undefined'), 'grading broke off', { submission: 's' });
    seen.report('thrown text', 'a canary crashed');
    expect(lines[0]).toMatchObject({ level: 50, msg: 'grading broke off', submission: 's' });
    expect(lines[0]?.err.stack).toMatch(/TypeError: x is undefined\n\s+at .*faults\.spec/);
    expect(seen.seen).toEqual({ count: 2, lastAt: expect.stringMatching(/^\d{4}-.*Z$/) });
  });
});

describe('what passes by itself', () => {
  it('is logged and not counted: Postgres or Redis away', () => {
    const { faults: seen, lines } = faults();
    seen.report(withCode('57P01'), 'a claim could not be renewed');
    seen.reportOfRedis(withCode('ECONNREFUSED'), 'viewers were not told');
    expect(lines.map(({ level }) => level)).toEqual([40, 20]);
    expect(seen.seen.count).toBe(0);
  });

  it('is a fault when Redis answers, and refuses', () => {
    const { faults: seen } = faults();
    seen.reportOfRedis(new Error('NOPERM this user has no permissions'), 'viewers were not told');
    expect(seen.seen.count).toBe(1);
  });
});
