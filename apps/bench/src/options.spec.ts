import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';

describe('the options of a run', () => {
  it('measure everything but the server unless told otherwise', () => {
    const { only, rounds } = parseOptions([]);
    expect(only).toEqual(['a', 'b', 'c', 'd', 'ours', 'fresh', 'udf', 'pipeline', 'many']);
    expect(rounds).toBe(2);
  });
  it('make a quick run one round', () => {
    expect(parseOptions(['--quick']).rounds).toBe(1);
    expect(parseOptions(['--quick', '--rounds', '4']).rounds).toBe(4);
  });
  it('name what is unknown', () => {
    expect(() => parseOptions(['--only', 'ours,theirs'])).toThrow('theirs is unknown');
    expect(() => parseOptions(['--fast'])).toThrow('--fast');
  });
  it('refuse a number of rounds that makes no sense', () => {
    for (const rounds of ['0', '1.5', 'many', '13'])
      expect(() => parseOptions(['--rounds', rounds])).toThrow('--rounds');
  });
  it('refuse a time that makes no sense', () => {
    expect(parseOptions(['--minutes', '0.5']).minutes).toBe(0.5);
    for (const minutes of ['0', 'long', '601'])
      expect(() => parseOptions(['--minutes', minutes])).toThrow('--minutes');
  });
});
