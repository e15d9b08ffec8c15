import { describe, expect, it } from '@jest/globals';
import { EditorState, Text } from '@codemirror/state';
import { changeBetween } from './text-change.js';

describe('the change between two texts', () => {
  it.each([
    ['', 'new'],
    ['old', ''],
    ['one\ntwo\nthree', 'one\n2\nthree'],
    ['aaa', 'aaaa'],
    ['aaaa', 'aa'],
    ['abab', 'ab'],
    ['the same', 'the same'],
  ])('makes %j into %j', (before, after) => {
    const state = EditorState.create({ doc: before });
    expect(
      state.update({ changes: changeBetween(before, after) }).newDoc.eq(Text.of(after.split('\n'))),
    ).toBe(true);
  });

  it('touches nothing else', () => {
    expect(changeBetween('one\ntwo\nthree', 'one\n2\nthree')).toEqual({ from: 4, to: 7, insert: '2' });
  });
});
