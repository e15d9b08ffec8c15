import { z } from 'zod';

/** A contract without a name, such as a slug, as JSON Schema in place. */
export function plainSchema(schema: unknown): object {
  if (!(schema instanceof z.ZodType)) throw new Error('A route uses a schema that is not a zod contract.');
  return withoutDialect(z.toJSONSchema(schema));
}

/** A schema inside a description leaves out the dialect and the address that a schema of its own carries. */
export const withoutDialect = (schema: object): object =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
