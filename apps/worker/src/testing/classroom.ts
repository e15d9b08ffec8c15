import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import {
  queueOf,
  type EnrolmentId,
  type SubmissionFile,
  type SubmissionId,
  type SubmissionKind,
} from '@lakeproof/contracts';
import { readSubmission } from '@lakeproof/curriculum';
import { accept, enrolmentsOf, findUserByEmail, seedDemo } from '@lakeproof/persistence';
import type { EntityManager } from 'typeorm';

/** The exercises themselves: what a worker grades here is what a class gets. */
export const exercisesDir = resolve(import.meta.dirname, '../../../../exercises');
export const exercise = 'clean-orders';

/** A submission that lies beside the exercise: `solution` for full marks, or `samples/<name>`. */
export const submissionFrom = (folder: string, slug = exercise): Promise<SubmissionFile[]> =>
  readSubmission(resolve(exercisesDir, 'day-1-unit-tests', slug, folder));

/** Ada's enrolment in the demo cohort. */
export async function ada(db: EntityManager): Promise<EnrolmentId> {
  await seedDemo(db);
  const user = await findUserByEmail(db, 'ada@lakeproof.test');
  const [enrolment] = user ? await enrolmentsOf(db, user.id) : [];
  if (!enrolment) throw new Error('the demo cohort was not seeded');
  return enrolment.id;
}

export async function send(
  db: EntityManager,
  enrolment: EnrolmentId,
  files: readonly SubmissionFile[],
  kind: SubmissionKind = 'submit',
  slug = exercise,
): Promise<SubmissionId> {
  const accepted = await accept(db, {
    enrolment,
    exercise: slug,
    exerciseDigest: 'digest-when-sent',
    queue: queueOf.classic,
    kind,
    files,
    idempotencyKey: randomUUID(),
  });
  return accepted.id;
}

/** Waits until `look` finds something; it looks a few times a second. Throws after `seconds`. */
export async function eventually<T>(
  what: () => string,
  seconds: number,
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`not within ${seconds} s: ${what()}`);
    await new Promise((next) => setTimeout(next, 100));
  }
}
