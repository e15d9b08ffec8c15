import { describe, expect, it } from '@jest/globals';
import { hintsOf, mutantSchema } from './variant.js';

const mutant = (hint: unknown) => ({
  name: 'nulls-lost',
  kind: 'mutant',
  concept: 'nulls',
  title: 'Orders without a status vanish',
  hint,
  story: 'Finance reported too little.',
});
const hints = (hint: unknown) => hintsOf(mutantSchema.parse(mutant(hint)));

describe("a mutant's hint", () => {
  it('may be a single one', () => {
    expect(hints('Look at nulls.')).toEqual(['Look at nulls.']);
  });

  it('may have three levels', () => {
    expect(hints(['Why?', 'Where.', 'With what.'])).toEqual(['Why?', 'Where.', 'With what.']);
  });

  it.each<{ what: string; hint: unknown; says: string }>([
    { what: 'no text', hint: '', says: 'Too small' },
    { what: 'a level without text', hint: ['Why?', '', 'With what.'], says: 'Too small' },
    { what: 'two levels', hint: ['Why?', 'Where.'], says: 'exactly three' },
    { what: 'four levels', hint: ['a', 'b', 'c', 'd'], says: 'exactly three' },
  ])('is refused with $what', ({ hint, says }) => {
    expect(mutantSchema.safeParse(mutant(hint)).error?.issues[0]?.message).toContain(says);
  });
});
