import { z } from 'zod';
import { exerciseSchema } from './exercise-schema.js';

/** exercises/exercise.schema.json, by which editors check and complete exercise.json while one types. */
export function exerciseJsonSchema(): string {
  const schema = z.toJSONSchema(exerciseSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'exercise.json of Lakeproof', ...schema }, null, 2)}\n`;
}
