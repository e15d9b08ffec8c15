/** CHECK: a column holds one of the words that its contract knows. A new word there asks for a migration. */
export const oneOf = (column: string, words: readonly string[]): string =>
  `${column} IN (${words.map((word) => `'${word}'`).join(', ')})`;
