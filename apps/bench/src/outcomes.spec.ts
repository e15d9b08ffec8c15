import { expect, it } from '@jest/globals';
import { checkSame } from './outcomes.js';

const expected = {
  reference: { 'test_a.py::test_one': 'passed' },
  mutant: { 'test_a.py::test_one': 'failed' },
};

it('accepts the same outcomes, of some of the variants too', () => {
  expect(() => {
    checkSame(expected, { mutant: { 'test_a.py::test_one': 'failed' } }, 'a');
  }).not.toThrow();
});

it('names the cell that differs', () => {
  expect(() => {
    checkSame(expected, { mutant: { 'test_a.py::test_one': 'passed' } }, 'a');
  }).toThrow('a does other work: test_a.py::test_one on mutant passed, not failed');
});

it('finds a test that was not run', () => {
  expect(() => {
    checkSame(expected, { reference: {} }, 'b');
  }).toThrow('was not run, not passed');
});
