import { describe, expect, it } from '@jest/globals';
import { fileNameSchema } from './file-name.js';

const taken = ['test_orders.py', 'clean.py'];

describe('a name for a file', () => {
  it.each(['test_more.py', 'tests/test_more.py', 'builders-2.py', ' test_more.py '])('can be %j', (name) => {
    expect(fileNameSchema(taken).parse({ name })).toEqual({ name: name.trim() });
  });

  it.each([
    ['  ', 'Type a name, such as test_more.py.'],
    ['/x.py', /^The name must be a relative path such as .+\.$/],
    ['notes.txt', 'The name must end in .py: only Python files are run.'],
    ['a b.py', 'Use letters, digits, "_", "-", "." and "/" only.'],
    ['Test_Orders.py', 'test_orders.py is there already.'],
    [`${'a'.repeat(500)}.py`, /^The name must have at most \d+ characters\.$/],
    ['../x.txt', /^The name must be a relative path such as .+\.$/],
  ])('can not be %j, for one reason', (name, reason) => {
    const said = fileNameSchema(taken)
      .safeParse({ name })
      .error?.issues.map(({ message }) => message);
    expect(said).toEqual([typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
  });
});
