import type { z } from 'zod';
import { textOf } from './content-files.js';
import type { Place } from './content-files.js';
import { ExerciseError, fileError } from './exercise-error.js';

/**
 * Reads a JSON file of content.
 * @throws ExerciseError naming the file and every field that is wrong
 */
export async function readJson<S extends z.ZodType>(place: Place, schema: S): Promise<z.output<S>> {
  const text = await textOf(place);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw fileError(place.label, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parsed(place.label, schema, raw);
}

/** Parses content that came from `file`. */
export function parsed<S extends z.ZodType>(file: string, schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new ExerciseError(
    file,
    result.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), problem: message })),
  );
}
