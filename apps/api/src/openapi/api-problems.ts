import { type ProblemCode, problemSchema, problemStatus } from '@lakeproof/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { schemaReference } from './components.js';

const retryAfterHeader = {
  'Retry-After': { description: 'Seconds until it may be sent again.', schema: { type: 'integer' } },
} as const;

/** Documents the problems a route answers with, one response for each status. */
export function ApiProblems(...codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))];
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: codes.filter((code) => problemStatus[code] === status).join(', '),
        ...(status === problemStatus['too-many-requests'] && { headers: retryAfterHeader }),
        content: { 'application/problem+json': { schema: schemaReference(problemSchema) } },
      }),
    ),
  );
}
