import { hashPassword, verifyPassword } from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';

/**
 * Checks passwords against their hashes. An unknown person costs the same work as a wrong password, so that
 * the time of an answer tells nobody who has an account.
 */
@Injectable()
export class Passwords {
  /** The hash of a password that nobody has, with the cost that all hashes have. */
  private readonly nobody = hashPassword(crypto.randomUUID());

  /** @param stored the person's hash; undefined when there is no such person */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    const matches = await verifyPassword(stored ?? (await this.nobody), password);
    return matches && stored !== undefined;
  }
}
