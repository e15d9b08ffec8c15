import { DomainError } from '@lakeproof/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

export const idempotencyHeader = 'Idempotency-Key';
export const idempotencyKeyLength = { min: 8, max: 100 } as const;

/**
 * The key under which a request is carried out once, however often it is sent.
 * @throws DomainError invalid-request when it is missing or not of 8 to 100 visible ASCII characters
 */
export function idempotencyKeyOf(header: string | undefined): string {
  const { min, max } = idempotencyKeyLength;
  if (header !== undefined && header.length >= min && header.length <= max && /^[\x21-\x7e]+$/.test(header))
    return header;
  const detail = `Send the header ${idempotencyHeader} with a new random value for each submission, such as a UUID.`;
  throw new DomainError('invalid-request', detail, [
    { path: idempotencyHeader, message: `must have ${min} to ${max} characters, without spaces` },
  ]);
}

/** The request's idempotency key, checked. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  idempotencyKeyOf(context.switchToHttp().getRequest<Request>().get(idempotencyHeader)),
);
