import { type CellView, isUnderWay, type Progress, type ToldState } from '@lakeproof/contracts';
import type { SubmissionEvent } from '../live/told-event.js';

/** What a viewer knows of a submission that has no verdict yet. */
export interface Watched {
  readonly state: ToldState;
  readonly position: number;
  /** A failure of ours cut it off before. */
  readonly again: boolean;
  readonly phase: Progress['phase'] | null;
  readonly tests: readonly string[];
  readonly variantsDone: number;
  readonly variantsTotal: number;
  readonly cells: readonly CellView[];
}

export const nothingSeen: Watched = {
  state: 'queued',
  position: 0,
  again: false,
  phase: null,
  tests: [],
  variantsDone: 0,
  variantsTotal: 0,
  cells: [],
};

const cellKey = ({ test, variant }: CellView) => `${test}\n${variant}`;

/** Later cells replace earlier ones of the same test and variant: a variant may be run once more. */
function withCells(before: readonly CellView[], more: readonly CellView[]): readonly CellView[] {
  if (more.length === 0) return before;
  const cells = new Map(before.map((cell) => [cellKey(cell), cell]));
  for (const cell of more) cells.set(cellKey(cell), cell);
  return [...cells.values()];
}

/** One event further. Back in the queue (its worker died), what was seen is forgotten: it starts anew. */
export function watch(seen: Watched, event: SubmissionEvent): Watched {
  if (event.type === 'state') {
    const { state, position, again } = event;
    if (state === 'queued') return { ...nothingSeen, position, again };
    return { ...seen, state, position, again };
  }
  if (!isUnderWay(seen.state)) return seen;
  return {
    ...seen,
    state: 'running',
    position: 0,
    phase: event.phase ?? seen.phase,
    tests: event.tests.length > 0 ? event.tests : seen.tests,
    variantsDone: event.variantsDone,
    variantsTotal: event.variantsTotal,
    cells: withCells(seen.cells, event.cells),
  };
}

const phaseWords: Record<Progress['phase'], string> = {
  starting: 'Starting a sandbox',
  collecting: 'Collecting the tests',
  running: 'Running the tests',
  finishing: 'Working out the verdict',
};

const versions = (count: number) => (count === 1 ? '1 version' : `${count} versions`);

/** Where it stands, in words: what is shown and read aloud. */
export function statusOf({ state, position, again, phase, variantsDone, variantsTotal }: Watched): string {
  if (state === 'queued') {
    if (again) return 'Something of ours stopped while it ran. It starts again; that costs no attempt';
    if (position === 0) return 'Next in the queue';
    return position === 1
      ? 'Queued, 1 submission before yours'
      : `Queued, ${position} submissions before yours`;
  }
  if (!isUnderWay(state)) return 'Finished';
  if (phase === 'running' && variantsTotal > 0)
    return `${phaseWords.running}: ${variantsDone} of ${versions(variantsTotal)} done`;
  return phase ? phaseWords[phase] : 'Starting a sandbox';
}

/** What a screen reader is told: phases and each quarter, not every single version. */
export function announcementOf(seen: Watched): string {
  if (seen.phase !== 'running' || seen.variantsTotal === 0) return statusOf(seen);
  const quarter = Math.floor((seen.variantsDone / seen.variantsTotal) * 4);
  return quarter === 0 ? phaseWords.running : `${phaseWords.running}: ${quarter * 25} percent done`;
}

/** 0 to 1 for the bar: queued nothing, sandbox and collecting the first twentieth, then version by version. */
export function fractionOf({ state, phase, variantsDone, variantsTotal }: Watched): number {
  if (state === 'queued') return 0;
  if (!isUnderWay(state) || phase === 'finishing') return 1;
  if (variantsTotal === 0) return 0.02;
  return 0.05 + 0.95 * (variantsDone / variantsTotal);
}
