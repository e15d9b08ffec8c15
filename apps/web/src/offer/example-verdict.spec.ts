import { describe, expect, it } from '@jest/globals';
import { verdictViewSchema } from '@lakeproof/contracts';
import { layOut } from '../verdict/matrix-layout.js';
import { sourceOfVerdict } from '../verdict/matrix-source.js';
import { tallyOf } from '../verdict/verdict-words.js';
import { exampleVerdict } from './example-verdict.js';
import { huntCost, offer } from './offer.js';

describe('the example on the start page', () => {
  it('is a verdict as the platform gives them', () => {
    expect(verdictViewSchema.parse(exampleVerdict)).toEqual(exampleVerdict);
  });

  it('shows all three meanings, and its figures agree with its matrix', () => {
    const { rows, columns } = layOut(sourceOfVerdict(exampleVerdict));
    const meanings = new Set(rows.flatMap(({ cells }) => cells.map(({ meaning }) => meaning)));
    expect([...meanings].sort()).toEqual(['caught', 'discounted', 'false-alarm', 'missed', 'passes']);
    expect(tallyOf(exampleVerdict)).toMatchObject({
      ...{ caught: 4, survived: 2, valid: 4 },
      cost: { count: 1, runs: 4 },
    });
    expect(exampleVerdict.score).toBeCloseTo(4 / 6 - 1 / 4);
    for (const column of columns.filter(({ kind }) => kind === 'mutant'))
      expect(column.title === null).toBe(column.outcome === 'survived');
  });
});

describe('the bug hunt', () => {
  it('costs what its days cost', () => {
    expect(huntCost(offer.hunt)).toBe(7200);
  });
});
