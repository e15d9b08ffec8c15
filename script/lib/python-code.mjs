/**
 * Python source without what changes nothing of what it does: comments, docstrings, blank lines and
 * spaces at the ends of lines. Strings that stand alone as a statement count as docstrings.
 */
export function pythonCode(source) {
  const kept = [];
  let at = 0;
  let depth = 0;
  let line = '';
  const endLine = () => {
    if (line.trim() !== '') kept.push(line.trimEnd());
    line = '';
  };
  while (at < source.length) {
    const [token] = /^(?:#[^\n]*|\\\n|\n|[rRbBuUfF]{0,2}(?:"""|'''|"|'))|^[A-Za-z0-9_]+|^[\s\S]/.exec(
      source.slice(at, at + 4000),
    );
    if (token.startsWith('#')) {
      at += source.slice(at).search(/\n|$/);
    } else if (token === '\n') {
      if (depth === 0) endLine();
      else line += ' ';
      at += 1;
    } else if (/["']$/.test(token)) {
      const end = endOfString(source, at, token);
      const text = source.slice(at, end);
      const isStatement =
        depth === 0 && line.trim() === '' && /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.test(source.slice(end));
      if (!isStatement) line += text;
      at = end;
    } else {
      if (/^[([{]$/.test(token)) depth += 1;
      if (/^[)\]}]$/.test(token)) depth -= 1;
      line += token;
      at += token.length;
    }
  }
  endLine();
  return kept.join('\n');
}

/** Where the string ends that begins at `at` with `opening`, its prefix and quotes. */
function endOfString(source, at, opening) {
  const quotes = /(?:"""|'''|"|')$/.exec(opening)[0];
  let end = at + opening.length;
  while (end < source.length && !source.startsWith(quotes, end)) end += source[end] === '\\' ? 2 : 1;
  return Math.min(source.length, end + quotes.length);
}
