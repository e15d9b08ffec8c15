import type { ApiResponseOptions } from '@nestjs/swagger';
import { schemaReference } from './components.js';

/** The content of an answer of server-sent events: each is described by itself, its data as JSON of a contract. */
export const eventStreamOf = (schema: unknown): NonNullable<ApiResponseOptions['content']> => ({
  'text/event-stream': {
    schema: {
      type: 'object',
      properties: {
        event: { type: 'string' },
        id: { type: 'string' },
        data: dataOf(schemaReference(schema)),
      },
      required: ['event', 'id', 'data'],
    },
  },
});

/** JSON in a text, in the words of JSON Schema 2020-12, which Nest's types don't have. */
function dataOf(contentSchema: { $ref: string }): { type: 'string' } {
  const data = { type: 'string' as const, contentMediaType: 'application/json', contentSchema };
  return data;
}
