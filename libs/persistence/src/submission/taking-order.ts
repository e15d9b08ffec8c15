import { priorityOf, type EnrolmentId, type SubmissionId, type SubmissionKind } from '@lakeproof/contracts';

/** A submission that waits. */
export interface Turn {
  readonly id: SubmissionId;
  readonly enrolment: EnrolmentId;
  readonly kind: SubmissionKind;
}

/** One queue, as the database knows it. */
export interface QueueNow {
  /** The older first. */
  readonly waiting: readonly Turn[];
  /** Whose submissions of this queue run; the one that was started first comes first. */
  readonly running: readonly EnrolmentId[];
  /** Whose submissions of other queues run. */
  readonly runningElsewhere: readonly EnrolmentId[];
}

/**
 * The order in which workers will take what waits: runs before submits, the older first, and nobody has two at work.
 * Who is met while an own one is at work is put off, to the end of the same kind (a job that was delayed comes back
 * there). How many are at work at a time is taken from those that are now, and of those the first to start is
 * expected to end first. Regrades go behind all of them.
 */
export function takingOrder({ waiting, running, runningElsewhere }: QueueNow): SubmissionId[] {
  const places = Math.max(1, running.length);
  const order: SubmissionId[] = [];
  let atWork = [...running];
  let elsewhere = new Set(runningElsewhere);
  let line = byPriority(waiting);
  while (line.length > 0) {
    if (atWork.length >= places) atWork = atWork.slice(1);
    const next = line.findIndex(({ enrolment }) => !atWork.includes(enrolment) && !elsewhere.has(enrolment));
    const taken = line[next];
    if (taken) {
      order.push(taken.id);
      atWork = [...atWork, taken.enrolment];
      line = byPriority([...line.slice(next + 1), ...line.slice(0, next)]);
    } else if (atWork.length > 0) atWork = atWork.slice(1);
    else elsewhere = new Set();
  }
  return order;
}

/** Of the same kind they keep their order. */
const byPriority = (turns: readonly Turn[]): Turn[] =>
  turns.toSorted((one, other) => priorityOf[one.kind] - priorityOf[other.kind]);
