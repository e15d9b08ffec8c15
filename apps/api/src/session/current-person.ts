import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@lakeproof/contracts';
import type { Request } from 'express';
import type { Person } from './person.js';

const people = new WeakMap<Request, Person>();

/** Remembers who sends this request, for `@CurrentPerson()`. */
export const setPerson = (request: Request, person: Person): void => {
  people.set(request, person);
};

/** The person who sends the request; its route has the guard `SignedIn`. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const person = people.get(context.switchToHttp().getRequest<Request>());
  if (!person) throw new DomainError('not-signed-in', 'Sign in first.');
  return person;
});
