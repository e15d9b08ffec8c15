import type { UserId } from '@lakeproof/contracts';
import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person who can sign in. Roles belong to enrolments; only the platform's admin is global. */
@Entity('app_user')
@Check(
  'app_user_email_check',
  String.raw`email = lower(email) AND email !~ '\s' AND email LIKE '_%@_%' AND char_length(email) <= 320`,
)
export class User {
  @PrimaryGeneratedColumn('uuid')
  id!: UserId;

  /** In lower case and without spaces: as signing in looks for it. */
  @Column({ type: 'text', unique: true })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  /** argon2id, in PHC form. */
  @Column({ type: 'text' })
  passwordHash!: string;

  @Column({ type: 'boolean', default: false })
  platformAdmin!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
