import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { DomainError } from '@lakeproof/contracts';
import type { Request } from 'express';
import { Attempts } from './attempts.js';

const minute = 60_000;

/**
 * Slows down who guesses passwords: few sign-ins a minute for one account from one address, and more for an
 * address as a whole, which a class behind one router shares. Each process of the API counts by itself.
 */
@Injectable()
export class LoginThrottle implements CanActivate {
  private readonly byAccount = new Attempts({ attempts: 20, milliseconds: minute });
  private readonly byAddress = new Attempts({ attempts: 200, milliseconds: minute });

  canActivate(context: ExecutionContext): true {
    const request = context.switchToHttp().getRequest<Request>();
    const address = request.ip ?? 'unknown';
    const now = performance.now();
    const wait =
      this.byAddress.take(address, now) || this.byAccount.take(`${address} ${accountOf(request)}`, now);
    if (wait === 0) return true;
    throw new DomainError(
      'too-many-requests',
      'Too many sign-ins. Wait a minute, then try again.',
      undefined,
      { retryAfterSeconds: Math.ceil(wait / 1000) },
    );
  }
}

/** The guard runs before the contract is checked, so the body may be anything. */
function accountOf({ body }: { readonly body: unknown }): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
  return typeof email === 'string' ? email.slice(0, 200).trim().toLowerCase() : '';
}
