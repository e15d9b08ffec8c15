import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@lakeproof/contracts';
import type { Request } from 'express';
import type { Person } from './person.js';
import type { Capacity } from './policy-row.js';

/** Who sends a request. */
interface Asker {
  readonly person: Person;
  /** As what they were let in; undefined where their enrolment is still to be picked. */
  readonly as: Capacity | undefined;
}

const askers = new WeakMap<Request, Asker>();

export const setAsker = (request: Request, asker: Asker): void => {
  askers.set(request, asker);
};

/** @throws DomainError not-signed-in on a public route, where nobody is looked for */
export function askerIn(context: ExecutionContext): Asker {
  const asker = askers.get(context.switchToHttp().getRequest<Request>());
  if (!asker) throw new DomainError('not-signed-in', 'Sign in first.');
  return asker;
}

/** The person who sends the request; its route has a `@Policy`. */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): Person => askerIn(context).person,
);

/** As what that person was let in: what they are shown may depend on it. */
export const CurrentCapacity = createParamDecorator(
  (_: unknown, context: ExecutionContext): Capacity | undefined => askerIn(context).as,
);
