import type { CohortId, SubmissionFile, SubmissionKind, SubmissionReceipt } from '@lakeproof/contracts';
import { submitBodySchema } from '@lakeproof/contracts';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isNotSignedIn, ProblemError } from '../api/errors.js';
import { deliver, pauseUntilOnline } from './deliver.js';
import { newKey } from './new-key.js';
import { type Pending, pendingPlace } from './pending.js';
import { postSubmission } from './queries.js';
import { notSent, type SendingProblem, sendingProblem } from './sending-problem.js';

export interface Sending {
  readonly kind: SubmissionKind;
  /** How often it did not get through so far. */
  readonly failures: number;
  /** Why Lakeproof did not take it in yet; null while there is no answer. */
  readonly told: string | null;
}

interface UseSending {
  readonly user: string;
  readonly exercise: string;
  /** In which one it counts; undefined for those who learn in none. */
  readonly cohort: CohortId | undefined;
  readonly onAccepted: (receipt: SubmissionReceipt) => void;
  /** Not taken in, because this one has to end first. */
  readonly onUnderWay: (id: string) => void;
  readonly onSignedOut: () => void;
}

/**
 * Sends submissions and keeps each until it is answered: through retries with the same key, through a reload, through
 * a new login. What was on its way when the page was left is sent when it is opened again.
 */
export function useSending({ user, exercise, cohort, onAccepted, onUnderWay, onSignedOut }: UseSending) {
  const [sending, setSending] = useState<Sending | null>(() => {
    const left = pendingPlace(user, exercise).read();
    return left ? { kind: left.body.kind, failures: 0, told: null } : null;
  });
  const [problem, setProblem] = useState<SendingProblem | null>(null);
  const active = useRef<AbortController>(null);
  const accepted = useEffectEvent(onAccepted);
  const underWay = useEffectEvent(onUnderWay);
  const signedOut = useEffectEvent(onSignedOut);

  const start = useCallback(
    async (pending: Pending, callbacks: Pick<UseSending, 'onAccepted' | 'onUnderWay' | 'onSignedOut'>) => {
      if (active.current) return;
      const controller = new AbortController();
      active.current = controller;
      const { kind } = pending.body;
      try {
        const receipt = await deliver({
          post: () => postSubmission(exercise, pending.key, pending.body),
          pause: pauseUntilOnline,
          onFailure: (error, failures) => {
            setSending({ kind, failures, told: error instanceof ProblemError ? error.message : null });
          },
          signal: controller.signal,
        });
        pendingPlace(user, exercise).forget();
        if (!controller.signal.aborted) callbacks.onAccepted(receipt);
      } catch (error) {
        if (controller.signal.aborted) return;
        if (isNotSignedIn(error)) {
          callbacks.onSignedOut();
          return;
        }
        pendingPlace(user, exercise).forget();
        const told = sendingProblem(error, pending.body.files);
        setProblem(told);
        if (told.underWay !== undefined) callbacks.onUnderWay(told.underWay);
      } finally {
        if (active.current === controller) {
          active.current = null;
          setSending(null);
        }
      }
    },
    [exercise, user],
  );

  useEffect(() => {
    // What was left by an earlier visit goes out once the page stands.
    const timer = setTimeout(() => {
      const left = pendingPlace(user, exercise).read();
      if (left) void start(left, { onAccepted: accepted, onUnderWay: underWay, onSignedOut: signedOut });
    });
    return () => {
      clearTimeout(timer);
      active.current?.abort();
      active.current = null;
    };
  }, [exercise, start, user]);

  const send = (kind: SubmissionKind, files: readonly SubmissionFile[]) => {
    if (active.current) return;
    const body = submitBodySchema.safeParse({ kind, files, ...(cohort === undefined ? {} : { cohort }) });
    if (!body.success) {
      setProblem(notSent(body.error.issues, files));
      return;
    }
    const pending: Pending = { key: newKey(), exercise, body: body.data };
    // Without storage it is lost with the page, and only then.
    pendingPlace(user, exercise).keep(pending);
    setProblem(null);
    setSending({ kind, failures: 0, told: null });
    void start(pending, { onAccepted, onUnderWay, onSignedOut });
  };

  /** Stops trying. If it did arrive, it is in the history. */
  const giveUp = () => {
    active.current?.abort();
    active.current = null;
    pendingPlace(user, exercise).forget();
    setSending(null);
  };

  return { sending, problem, send, giveUp };
}
