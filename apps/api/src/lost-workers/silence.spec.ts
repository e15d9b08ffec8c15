import { describe, expect, it } from '@jest/globals';
import { Silence } from './silence.js';

/** What the last of these looks says; each names who beats and, after a bar, who does not: `a b|c`. */
function afterLooks(...looks: readonly string[]): string[] {
  const silence = new Silence();
  let silent: string[] = [];
  for (const look of looks) {
    const [beats = '', misses = ''] = look.split('|').map((part) => part.trim());
    const names = (part: string, beating: boolean) =>
      part === '' ? [] : part.split(' ').map((name) => [name, beating] as const);
    if (look === 'Redis is away') silence.forget();
    else silent = silence.look(new Map([...names(beats, true), ...names(misses, false)]));
  }
  return silent;
}

describe('a worker', () => {
  it.each([
    ['is silent once three looks missed it', ['a b|', 'b|a', 'b|a', 'b|a'], ['a']],
    ['stays silent until its claims are gone', ['a|', '|a', '|a', '|a', '|a'], ['a']],
    ['is not silent after two', ['a|', '|a', '|a'], []],
    ['is not silent when it beats again in between', ['a|', '|a', '|a', 'a|', '|a', '|a'], []],
    ['that was never seen is not judged', ['|a', '|a', '|a', '|a'], []],
    ['has to be seen again after Redis was away', ['a|', '|a', '|a', 'Redis is away', '|a', '|a'], []],
    ['is forgotten when it holds nothing any more', ['a|', '|a', '', '|a', '|a', '|a'], []],
  ])('%s', (_, looks, silent) => {
    expect(afterLooks(...looks)).toEqual(silent);
  });
});
