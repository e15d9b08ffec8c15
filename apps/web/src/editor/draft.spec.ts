import { describe, expect, it } from '@jest/globals';
import { differing, draftOf, edit, filesOf, noChanges, remove, rename, sizeOf } from './draft.js';

const file = (path: string, content = '') => ({ path, content });
const starter = [file('test_orders.py', 'start'), file('conftest.py', 'fixtures')];

describe('a draft', () => {
  it('without changes shows the starter files', () => {
    expect(filesOf(starter, noChanges)).toEqual(starter);
  });

  it('gives back the very files it was made of', () => {
    const files = [
      file('test_orders.py', 'mine'),
      file('conftest.py', 'fixtures'),
      file('test_more.py', 'more'),
    ];
    expect(filesOf(starter, draftOf(starter, files))).toEqual(files);
  });

  it('lets a file nobody touched follow the exercise', () => {
    const draft = draftOf(starter, edit(starter, 'test_orders.py', 'mine'));
    const mended = [file('test_orders.py', 'start 2'), file('conftest.py', 'fixtures 2')];
    expect(filesOf(mended, draft)).toEqual([
      file('test_orders.py', 'mine'),
      file('conftest.py', 'fixtures 2'),
    ]);
  });

  it('keeps work on a file the exercise no longer has', () => {
    const draft = draftOf(starter, edit(starter, 'conftest.py', 'mine'));
    expect(filesOf([file('test_orders.py', 'start')], draft)).toEqual([
      file('test_orders.py', 'start'),
      file('conftest.py', 'mine'),
    ]);
  });

  it('keeps an own file when the exercise gains one of the same name', () => {
    const draft = draftOf(starter, [...starter, file('builders.py', 'mine')]);
    expect(filesOf([...starter, file('builders.py', 'theirs')], draft)).toContainEqual(
      file('builders.py', 'mine'),
    );
  });

  it('is empty again when the learner types the starter back', () => {
    const there = edit(starter, 'test_orders.py', 'mine');
    expect(draftOf(starter, edit(there, 'test_orders.py', 'start'))).toEqual(noChanges);
  });

  it('renames in place and removes', () => {
    const files = [...starter, file('a.py', '1'), file('b.py', '2')];
    expect(rename(files, 'a.py', 'c.py').map(({ path }) => path)).toEqual([
      'test_orders.py',
      'conftest.py',
      'c.py',
      'b.py',
    ]);
    expect(remove(files, 'a.py').map(({ path }) => path)).not.toContain('a.py');
  });
});

describe('two versions', () => {
  it('differ in what was changed, added or removed', () => {
    const other = [file('conftest.py', 'fixtures'), file('test_orders.py', 'mine'), file('test_more.py')];
    expect(differing(starter, other)).toEqual(['test_orders.py', 'test_more.py']);
    expect(differing(other, starter)).toEqual(['test_orders.py', 'test_more.py']);
    expect(differing(starter, [...starter].reverse())).toEqual([]);
  });
});

describe('the size of what would be sent', () => {
  it('is counted in bytes, not characters', () => {
    expect(sizeOf([file('a.py', 'ż')]).bytes).toBe(2);
  });

  it.each([
    ['a file', [file('big.py', 'x'.repeat(65_537))], 'big.py has 65 KiB'],
    ['all files', Array.from({ length: 5 }, (_, i) => file(`${i}.py`, 'x'.repeat(60_000))), '293 KiB in all'],
    ['the number of files', Array.from({ length: 33 }, (_, i) => file(`${i}.py`)), '33 files'],
  ])('says which limit is broken: %s', (_, files, words) => {
    expect(sizeOf(files).problem).toContain(words);
  });

  it('has no problem at the limit', () => {
    expect(sizeOf([file('a.py', 'x'.repeat(65_536))]).problem).toBeNull();
  });
});
