import { z } from 'zod';

/** A contract without a name, such as a slug, as JSON Schema in place. */
export function plainSchema(schema: unknown): object {
  if (!(schema instanceof z.ZodType)) throw new Error('A route uses a schema that is not a zod contract.');
  return withoutDialect(z.toJSONSchema(schema));
}

/**
 * What an answer holds only once it is read by somebody who doesn't know all words of it (contracts, open-enum.ts) is
 * no part of the description.
 */
export function asSent(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.filter((one) => !isNeverSent(one)).map(asSent);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, asSent(value)]));
}

const isNeverSent = (schema: unknown) =>
  typeof schema === 'object' && schema !== null && 'neverSent' in schema;

/** A schema inside a description leaves out the dialect and the address that a schema of its own carries. */
export const withoutDialect = (schema: object): object =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
