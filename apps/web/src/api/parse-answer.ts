import { unknownWord } from '@lakeproof/contracts';
import type { z } from 'zod';

/**
 * Parses an answer as an open tab must that is older than the API. A field it doesn't know is left out. A word it
 * doesn't know, such as a new state, is read as `unknown` where the contract has a list that may get longer
 * (`openEnum`), and as none where it allows for none. All else must be as agreed.
 */
export function parseAnswer<S extends z.ZodType>(
  schema: S,
  answer: unknown,
): z.ZodSafeParseResult<z.output<S>> {
  let parsed = schema.safeParse(answer);
  if (parsed.success) return parsed;
  const known = structuredClone(answer);
  // What is below an unknown word is looked at once the word is read.
  while (!parsed.success && parsed.error.issues.filter((issue) => mend(issue, known)).length > 0)
    parsed = schema.safeParse(known);
  return parsed;
}

/** Whether there was something to mend. */
function mend(issue: z.core.$ZodIssue, answer: unknown): boolean {
  switch (issue.code) {
    case 'unrecognized_keys':
      return leaveOut(at(answer, issue.path), issue.keys);
    case 'invalid_value':
      return replaceWord(answer, issue.path, issue.values.includes(unknownWord) ? unknownWord : null);
    case 'invalid_union':
      // A union by a word that says what the rest is.
      return replaceWord(answer, issue.path, unknownWord);
    default:
      return false;
  }
}

function leaveOut(holder: unknown, keys: readonly string[]): boolean {
  return isHolder(holder) && keys.every((key) => Reflect.deleteProperty(holder, key));
}

function replaceWord(answer: unknown, path: readonly PropertyKey[], by: string | null): boolean {
  const holder = at(answer, path.slice(0, -1));
  const key = path.at(-1);
  if (!isHolder(holder) || key === undefined) return false;
  const word: unknown = Reflect.get(holder, key);
  return typeof word === 'string' && word !== by && Reflect.set(holder, key, by);
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((holder, key) => (isHolder(holder) ? Reflect.get(holder, key) : undefined), value);
