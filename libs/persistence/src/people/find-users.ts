import type { UserId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { User } from './user.js';

/** The user who signs in with this address, in whatever case it was typed. */
export const findUserByEmail = async (db: EntityManager, email: string): Promise<User | undefined> =>
  (await db.findOneBy(User, { email: email.trim().toLowerCase() })) ?? undefined;

export const findUserById = async (db: EntityManager, id: UserId): Promise<User | undefined> =>
  (await db.findOneBy(User, { id })) ?? undefined;
