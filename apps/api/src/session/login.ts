import { promisify } from 'node:util';
import { DomainError, type LoginBody, type Me } from '@lakeproof/contracts';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { meOf } from './me.js';
import { Passwords } from './passwords.js';
import { People } from '../access/people.js';
import { sessionCookie } from '../http/session-cookie.js';
import { SignOuts } from './sign-outs.js';

/** Signing in and out. */
@Injectable()
export class Login {
  constructor(
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly signOuts: SignOuts,
  ) {}

  /**
   * Signs a person in under a new session id: one that somebody planted before knows nothing.
   * @throws DomainError wrong-credentials, the same for an unknown address and a wrong password
   */
  async signIn(request: Request, { email, password }: LoginBody): Promise<Me> {
    const account = await this.people.accountOf(email);
    if (!(await this.passwords.matches(account?.passwordHash, password)) || !account)
      throw new DomainError(
        'wrong-credentials',
        'Email and password do not match. Check both, then try again.',
      );
    await promisify(request.session.regenerate.bind(request.session))();
    request.session.userId = account.person.id;
    await promisify(request.session.save.bind(request.session))();
    return meOf(account.person);
  }

  /** Ends the session wherever it is open, with all its event streams, and takes its cookie away. */
  async signOut(request: Request, response: Response): Promise<void> {
    const { userId } = request.session;
    await promisify(request.session.destroy.bind(request.session))();
    if (userId) await this.signOuts.tell();
    response.clearCookie(sessionCookie, { path: '/' });
  }
}
