/** A pytest id in the parts people read: file, name with its class, parameters. */
export interface TestName {
  readonly file: string;
  readonly name: string;
  readonly parameters: string;
}

/** `tests/test_orders.py::TestNulls::test_status[None-1]` taken apart. */
export function testNameOf(id: string): TestName {
  const [path = '', ...rest] = id.split('::');
  if (rest.length === 0) return { file: '', name: path, parameters: '' };
  const full = rest.join('::');
  const bracket = full.indexOf('[');
  if (bracket < 0 || !full.endsWith(']')) return { file: path, name: full, parameters: '' };
  return { file: path, name: full.slice(0, bracket), parameters: full.slice(bracket) };
}
