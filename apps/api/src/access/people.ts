import type { UserId } from '@lakeproof/contracts';
import { enrolmentsOf, findUserByEmail, findUserById, type User } from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import type { Person } from './person.js';

/** Who somebody is, from the database. */
@Injectable()
export class People {
  constructor(@InjectEntityManager() private readonly db: EntityManager) {}

  async byId(id: UserId): Promise<Person | undefined> {
    const user = await findUserById(this.db, id);
    return user && this.withEnrolments(user);
  }

  /** What signing in needs; the hash goes no further than there. */
  async accountOf(email: string): Promise<{ person: Person; passwordHash: string } | undefined> {
    const user = await findUserByEmail(this.db, email);
    return user && { person: await this.withEnrolments(user), passwordHash: user.passwordHash };
  }

  private async withEnrolments({ id, name, email, platformAdmin }: User): Promise<Person> {
    return { id, name, email, platformAdmin, enrolments: await enrolmentsOf(this.db, id) };
  }
}
