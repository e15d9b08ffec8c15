/**
 * JSON that a jsonb column takes. What pytest printed may hold NUL characters and lone surrogates, which
 * Postgres refuses: they become U+FFFD, so that no learner can keep a verdict from being stored.
 */
export const jsonbText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\u0000', '\uFFFD').toWellFormed() : part,
  );
