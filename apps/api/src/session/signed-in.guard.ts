import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { DomainError } from '@lakeproof/contracts';
import type { Request } from 'express';
import { setPerson } from './current-person.js';
import { People } from './people.js';

/** Lets in who has a session, and reads anew with each request who they are and which roles they hold. */
@Injectable()
export class SignedIn implements CanActivate {
  constructor(private readonly people: People) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const { userId } = request.session;
    const person = userId && (await this.people.byId(userId));
    if (!person) throw new DomainError('not-signed-in', 'Sign in first.');
    setPerson(request, person);
    return true;
  }
}
