import { roomRules, type RoomView } from '@lakeproof/contracts';
import type { CanaryRecord, ClassDay } from '@lakeproof/persistence';
import type { WorkerHealth } from '../health/worker-health.js';

/** All that the light depends on. */
export interface Seen {
  readonly now: Date;
  /** The class that is on, else the next one. */
  readonly hours: Pick<ClassDay, 'startsAt' | 'endsAt'> | undefined;
  readonly worker: WorkerHealth;
  readonly last: CanaryRecord | undefined;
  /** The last canary that was not skipped. */
  readonly lastGraded: CanaryRecord | undefined;
}

/** Whether a class could start or go on, and why. While no class is near, a worker that can grade is enough. */
export function roomLight(seen: Seen): RoomView {
  const { worker, last } = seen;
  const phase = phaseOf(seen);
  const near = phase === 'on' || phase === 'soon';
  const inClass = near ? (canaryTrouble(seen) ?? faultTrouble(seen)) : undefined;
  const trouble = worker.up ? inClass : worker.message;
  return {
    ready: trouble === undefined,
    reason: trouble ?? inOrder(seen, near),
    class:
      seen.hours && phase
        ? { startsAt: seen.hours.startsAt.toISOString(), endsAt: seen.hours.endsAt.toISOString(), phase }
        : null,
    sandboxes: { warm: worker.warm, busy: worker.busy },
    canary: last ? { ...last, at: last.at.toISOString() } : null,
  };
}

type Phase = NonNullable<RoomView['class']>['phase'];

function phaseOf({ now, hours }: Seen): Phase | undefined {
  if (!hours || hours.endsAt <= now) return undefined;
  if (hours.startsAt <= now) return 'on';
  return secondsFrom(now, hours.startsAt) <= roomRules.leadSeconds ? 'soon' : 'later';
}

/** Why the last canary keeps the light off; undefined when it does not. */
function canaryTrouble({ now, last, lastGraded }: Seen): string | undefined {
  if (!last) return 'The first check has not been graded yet: it comes within minutes.';
  const age = secondsFrom(last.at, now);
  if (age > roomRules.staleSeconds)
    return `The last check was graded ${minutes(age)} ago: no worker checks the room.`;
  if (!lastGraded) return undefined;
  const { outcome, seconds, expected, got, problem } = lastGraded;
  if (outcome === 'failed') return `The last check could not be graded. ${problem ?? ''}`.trim();
  if (outcome === 'wrong')
    return `The last check came to a wrong verdict: ${got ?? 'none'}, instead of ${expected}. Don't trust grades until it is right again.`;
  if (seconds !== null && seconds > roomRules.canarySeconds)
    return `The last check took ${Math.round(seconds)} s, and should take less than ${roomRules.canarySeconds}: the machine is too busy for a class.`;
  return undefined;
}

/** Why errors that nobody foresaw keep the light off: whoever met one may have lost a submission to it. */
function faultTrouble({ now, worker: { faults } }: Seen): string | undefined {
  if (faults.lastAt === null) return undefined;
  const age = secondsFrom(new Date(faults.lastAt), now);
  if (age > roomRules.faultSeconds) return undefined;
  const met = faults.count === 1 ? 'an error' : `${faults.count} errors`;
  return `A worker met ${met} of Lakeproof, the last one ${minutes(age)} ago. What it was grading is tried again; its log has the cause.`;
}

function inOrder({ now, worker, last, lastGraded }: Seen, near: boolean): string {
  if (!near) return `Submissions can be graded. ${worker.message}`;
  const checked =
    lastGraded?.seconds === undefined || lastGraded.seconds === null
      ? 'no check could be graded yet'
      : `the last check took ${lastGraded.seconds.toFixed(1)} s, ${minutes(secondsFrom(lastGraded.at, now))} ago`;
  const waits = last?.outcome === 'skipped' ? ' The next one waits: all sandboxes are at work.' : '';
  return `${worker.message.replace(/\.$/, '')}; ${checked}.${waits}`;
}

const secondsFrom = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000;

function minutes(seconds: number): string {
  const count = Math.floor(seconds / 60);
  if (count < 1) return 'less than a minute';
  return count === 1 ? 'a minute' : `${count} minutes`;
}
