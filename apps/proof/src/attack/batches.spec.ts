import { describe, expect, it } from '@jest/globals';
import { attackSchema, type Attack } from './attack.js';
import { batchesOf } from './batches.js';

const attack = (
  name: string,
  more: { batch?: string; variants?: string[]; path?: string; beside?: Attack['beside'] } = {},
): Attack => {
  const { path = `test_${name}.py`, beside = [], ...fields } = more;
  const json = { tries: 'something', proves: 'nothing', expect: { reason: null }, ...fields };
  return { ...attackSchema.parse(json), name, beside, files: [{ path, content: '' }] };
};

describe('batches', () => {
  it('hold the attacks that name the same batch, and each other one alone', () => {
    const attacks = [attack('a', { batch: 'x' }), attack('b'), attack('c', { batch: 'x' })];
    expect(batchesOf(attacks).map((batch) => batch.map(({ name }) => name))).toEqual([['a', 'c'], ['b']]);
  });

  it('refuse two attacks that bring the same file', () => {
    const both = { batch: 'x', path: 'conftest.py' };
    expect(() => batchesOf([attack('a', both), attack('b', both)])).toThrow('both bring conftest.py');
  });

  it('refuse attacks that want other versions', () => {
    const attacks = [attack('a', { batch: 'x' }), attack('b', { batch: 'x', variants: ['by-max'] })];
    expect(() => batchesOf(attacks)).toThrow('differ in variants');
  });

  it('refuse an attack that keeps another sandbox', () => {
    const beside = [{ path: 'test_y.py', content: '' }];
    expect(batchesOf([attack('a', { beside })])).toHaveLength(1);
    const attacks = [attack('a', { batch: 'x', beside }), attack('b', { batch: 'x' })];
    expect(() => batchesOf(attacks)).toThrow("can't be in a batch");
  });
});
