import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pythonCode } from './python-code.mjs';

const source = (comment, docstring, text) => `"""${docstring}"""
import re  # ${comment}

# ${comment}
def found(line: str) -> bool:
    """${docstring}

    'Quoted', # no comment
    """
    r'''${docstring}'''
    pattern = r"#[^\\n]*" + '''${text}''' + (
        "a # b"  # ${comment}
        "c"
    )
    return bool(re.match(pattern, line, flags=0 if '"' else 1)) and line != "\\"#"
`;

test('comments and docstrings do not count', () => {
  assert.equal(
    pythonCode(source('one', 'says one thing', 'x')),
    pythonCode(source('another', 'says another', 'x')),
  );
});

test('all that is run is kept', () => {
  const code = pythonCode(source('one', 'says one thing', 'kept # too'));
  for (const part of ['kept # too', 'import re', 'r"#[^\\n]*"', '"a # b"', '"c"', 'line != "\\"#"'])
    assert.ok(code.includes(part), `${part} is lost in:\n${code}`);
  assert.ok(!/one|says|Quoted|no comment/.test(code), code);
});

test('a string that is used is no docstring, wherever it stands', () => {
  assert.notEqual(pythonCode('x = """a"""'), pythonCode('x = """b"""'));
  assert.notEqual(pythonCode('f(\n    "a",\n)'), pythonCode('f(\n    "b",\n)'));
  assert.notEqual(pythonCode('"a".join(x)'), pythonCode('"b".join(x)'));
});
