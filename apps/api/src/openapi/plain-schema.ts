import { z } from 'zod';

/** A contract without a name, such as a slug, as JSON Schema in place. */
export function plainSchema(schema: unknown): object {
  if (!(schema instanceof z.ZodType)) throw new Error('A route uses a schema that is not a zod contract.');
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema);
  return plain;
}
