import type { z } from 'zod';

/**
 * Parses an answer as an open tab must that is older than the API. A field it doesn't know is left out; a word it
 * doesn't know, such as a new reason, counts as none where the contract allows for none. All else must be as agreed.
 */
export function parseAnswer<S extends z.ZodType>(
  schema: S,
  answer: unknown,
): z.ZodSafeParseResult<z.output<S>> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed;
  const known = structuredClone(answer);
  for (const issue of parsed.error.issues) leaveOut(issue, known);
  return schema.safeParse(known);
}

function leaveOut(issue: z.core.$ZodIssue, answer: unknown): void {
  if (issue.code === 'unrecognized_keys') {
    const holder = at(answer, issue.path);
    if (isHolder(holder)) for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  } else if (issue.code === 'invalid_value') {
    const holder = at(answer, issue.path.slice(0, -1));
    const key = issue.path.at(-1);
    if (isHolder(holder) && key !== undefined && typeof Reflect.get(holder, key) === 'string')
      Reflect.set(holder, key, null);
  }
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((holder, key) => (isHolder(holder) ? Reflect.get(holder, key) : undefined), value);
