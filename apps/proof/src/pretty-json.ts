const lineWidth = 110;

/** JSON as prettier would write it: lists of names stand on one line where they fit. */
export function prettyJson(value: object): string {
  const spread = JSON.stringify(value, null, 2);
  const lists = /^(.*)\[\n([^[\]{}]*)\n\s*\](,?)$/gm;
  const joined = spread.replace(lists, (list, start: string, items: string, comma: string) => {
    const line = `${start}[${items
      .split('\n')
      .map((item) => item.trim())
      .join(' ')}]${comma}`;
    return line.length <= lineWidth ? line : list;
  });
  return `${joined}\n`;
}
