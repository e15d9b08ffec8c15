/** A pytest id in the parts people read: file, classes, name, parameters. Absent parts are empty. */
export interface TestName {
  readonly file: string;
  readonly context: string;
  readonly name: string;
  readonly parameters: string;
}

/** `tests/test_orders.py::TestNulls::test_status[None-1]` taken apart. */
export function testNameOf(id: string): TestName {
  const colons = id.indexOf('::');
  if (colons < 0) return { file: '', context: '', name: id, parameters: '' };
  const rest = id.slice(colons + 2);
  const bracket = rest.endsWith(']') ? rest.indexOf('[') : -1;
  const full = bracket < 0 ? rest : rest.slice(0, bracket);
  const last = full.lastIndexOf('::');
  return {
    file: id.slice(0, colons),
    context: last < 0 ? '' : full.slice(0, last),
    name: last < 0 ? full : full.slice(last + 2),
    parameters: bracket < 0 ? '' : rest.slice(bracket),
  };
}

/** A test as people call it: `test_status[None-1]`. */
export function shortNameOf(id: string): string {
  const { name, parameters } = testNameOf(id);
  return name + parameters;
}

/** A name in the pieces between which a line may end: after underscores, dots and what divides parameters. */
export const piecesOf = (text: string): string[] => text.split(/(?<=_|\.|::|-|\/)(?!$)|(?<=[^\s])(?=\[)/);
