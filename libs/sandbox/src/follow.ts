import type { HarnessEvent, ReportEnd } from '@lakeproof/contracts';
import { comesFromEngine } from './engine.js';
import { ProtocolError } from './harness-events.js';
import type { ReportWriter, SandboxEvent } from './report-writer.js';

export interface Following {
  readonly onEvent: (event: SandboxEvent) => void;
  /** True for the event that makes the verdict certain. */
  readonly hopeless: (event: HarnessEvent) => boolean;
  /** The job's own limit. */
  readonly seconds: number;
}

/**
 * Writes a job's events into its report until there is an end to it. An Error stands for an end that is
 * nobody's plan, whose cause the container knows better.
 *
 * @throws what neither the harness nor the engine can be blamed for: an error of our own code
 */
export async function follow(
  events: AsyncIterable<HarnessEvent>,
  report: ReportWriter,
  { onEvent, hopeless, seconds }: Following,
): Promise<ReportEnd | Error> {
  try {
    for await (const event of events) {
      // The harness stops by itself when the seconds are over, and is done with less than all variants.
      if (event.event === 'done') return report.isCutShort(seconds) ? timeIsOver : { kind: 'done' };
      if (event.event === 'broken') return new Error(event.reason);
      const named = report.add(event);
      if (!named) continue;
      onEvent(named);
      if (hopeless(event)) return { kind: 'stopped', why: 'hopeless' };
    }
    return new Error('the harness ended before its job was done');
  } catch (error) {
    if (error instanceof ProtocolError) return error.kind === 'flood' ? { kind: 'too-much-output' } : error;
    if (comesFromEngine(error)) return error;
    throw error;
  }
}

export const timeIsOver: ReportEnd = { kind: 'stopped', why: 'deadline' };
