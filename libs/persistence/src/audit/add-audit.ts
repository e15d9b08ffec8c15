import type { EntityManager } from 'typeorm';
import { jsonbText } from '../json.js';

export interface NewAuditEntry {
  /** `worker:<name>` or `user:<id>`. */
  readonly actor: string;
  readonly action: string;
  /** Id of what was changed. */
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds an entry to the audit log; call it in the transaction of the change itself. */
export async function addAudit(tx: EntityManager, { actor, action, subject, details }: NewAuditEntry) {
  await tx.query('INSERT INTO audit_entry (actor, action, subject, details) VALUES ($1, $2, $3, $4)', [
    actor,
    action,
    subject,
    jsonbText(details),
  ]);
}
