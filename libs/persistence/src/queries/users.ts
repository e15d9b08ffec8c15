import {
  cohortIdSchema,
  enrolmentIdSchema,
  roleSchema,
  userIdSchema,
  type CohortId,
  type EnrolmentId,
  type Role,
  type UserId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf, rowsOf } from '../rows.js';

export interface UserRecord {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly platformAdmin: boolean;
}

const userRow = z.object({
  id: userIdSchema,
  email: z.string(),
  name: z.string(),
  passwordHash: z.string(),
  platformAdmin: z.boolean(),
});

const userColumns = `id, email, name, password_hash AS "passwordHash", platform_admin AS "platformAdmin"`;

/** The user who signs in with this address, in whatever case it was typed. */
export const findUserByEmail = (db: EntityManager, email: string): Promise<UserRecord | undefined> =>
  rowOf(db, userRow, `SELECT ${userColumns} FROM app_user WHERE email = $1`, [email.trim().toLowerCase()]);

export const findUserById = (db: EntityManager, id: UserId): Promise<UserRecord | undefined> =>
  rowOf(db, userRow, `SELECT ${userColumns} FROM app_user WHERE id = $1`, [id]);

export interface EnrolmentRecord {
  readonly id: EnrolmentId;
  readonly role: Role;
  readonly cohort: { readonly id: CohortId; readonly name: string };
}

const enrolmentRow = z.object({
  id: enrolmentIdSchema,
  role: roleSchema,
  cohort: z.object({ id: cohortIdSchema, name: z.string() }),
});

/** The user's enrolments, newest first. */
export const enrolmentsOf = (db: EntityManager, user: UserId): Promise<EnrolmentRecord[]> =>
  rowsOf(
    db,
    enrolmentRow,
    `SELECT e.id, e.role, jsonb_build_object('id', c.id, 'name', c.name) AS cohort
     FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
     WHERE e.user_id = $1 ORDER BY e.created_at DESC, e.id`,
    [user],
  );
