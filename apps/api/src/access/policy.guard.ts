import { DomainError } from '@lakeproof/contracts';
import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Request } from 'express';
import { EntityManager } from 'typeorm';
import { setAsker } from './current-person.js';
import { decide } from './decide.js';
import { noSuch } from './no-such.js';
import { nothingHere } from '../http/nothing-here.js';
import { People } from './people.js';
import type { Person } from './person.js';
import { policies } from './policies.js';
import { policyOf } from './policy.decorator.js';
import type { Capacity, PolicyRow } from './policy-row.js';
import { subjectOf } from './subject.js';

/** Stands before every route and refuses, unless the route is public or its row of the table says yes. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly people: People,
  ) {}

  /** @throws DomainError not-signed-in, forbidden, not-found */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = policyOf(context.getHandler());
    if (policy === undefined) throw nothingHere();
    if (policy === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const person = await this.signedIn(request);
    setAsker(request, { person, as: await this.granted(policies[policy], person, request.params.id) });
    return true;
  }

  /** Read anew with each request: a role that was taken away is gone at once. */
  private async signedIn({ session: { userId } }: Request): Promise<Person> {
    const person = userId && (await this.people.byId(userId));
    if (!person) throw new DomainError('not-signed-in', 'Sign in first.');
    return person;
  }

  private async granted(row: PolicyRow, person: Person, id: unknown): Promise<Capacity | undefined> {
    if (row.about === 'enrolment') return undefined;
    const subject = row.about === 'platform' ? undefined : await subjectOf(this.db, row.about, id);
    const decision = decide(row, person, subject);
    if (decision === 'hidden') throw noSuch[row.about]();
    if ('no' in decision) throw new DomainError('forbidden', decision.no);
    return decision.as;
  }
}
