import { describe, expect, it } from '@jest/globals';
import { prettyJson } from './pretty-json.js';

const outcome = (caught: string[]) => ({ score: 0.5, validTests: 2, falseAlarms: 0, caught });

describe('JSON for people', () => {
  it('is written as the formatter wants it', () => {
    const text = prettyJson({ digest: 'abc', outcomes: { solution: outcome(['fan-out', 'null-lost']) } });
    expect(text).toContain('\n      "caught": ["fan-out", "null-lost"]\n');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('breaks a list that is longer than a line', () => {
    const names = Array.from({ length: 9 }, (_, n) => `a-bug-with-a-long-name-${String(n)}`);
    const text = prettyJson({ digest: 'abc', outcomes: { solution: outcome(names) } });
    expect(text).toContain('"caught": [\n');
  });

  it('means the same', () => {
    const golden = {
      digest: 'abc',
      outcomes: { solution: outcome(['fan-out']), 'samples/weak': outcome([]) },
      alike: [{ mutants: ['a', 'b'], why: 'one drops [rows], the other {adds} some' }],
    };
    expect(JSON.parse(prettyJson(golden))).toEqual(golden);
  });
});
