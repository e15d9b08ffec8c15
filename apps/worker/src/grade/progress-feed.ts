import type { MatrixCell, Progress, SubmissionId } from '@lakeproof/contracts';
import type { SandboxEvent } from '@lakeproof/sandbox';

/** Milliseconds between two messages: a few a second look live, and hostile floods stay small. */
const pause = 250;
/** Ids told at most, of at most this many characters: a viewer can't read more. */
const mostTests = 200;
const mostMessage = 2000;

/** Turns what a sandbox says into a few messages a second for viewers, cells batched. */
export class ProgressFeed {
  readonly #submission: SubmissionId;
  readonly #variantsTotal: number;
  readonly #send: (progress: Progress) => void;
  readonly #tests = new Set<string>();
  #phase: Progress['phase'] = 'starting';
  #variantsDone = 0;
  #cells: MatrixCell[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(submission: SubmissionId, variantsTotal: number, send: (progress: Progress) => void) {
    this.#submission = submission;
    this.#variantsTotal = variantsTotal;
    this.#send = send;
    this.#flush();
  }

  /** A new phase is told at once. */
  phase(phase: Progress['phase']): void {
    this.#phase = phase;
    this.#flush();
  }

  take(event: SandboxEvent): void {
    if (this.#phase !== 'running') this.phase('running');
    if (event.event === 'collected') this.#collect(event.tests);
    if (event.event === 'variant') this.#variantsDone += 1;
    if (event.event === 'test') {
      const { id, variant, outcome, cause, seconds, message } = event;
      this.#collect([id]);
      this.#cells.push({
        test: id,
        variant,
        outcome,
        cause,
        seconds,
        message: message.slice(0, mostMessage),
      });
    }
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, pause);
  }

  /** Tells what has not been told yet; nothing comes after it. */
  end(): void {
    this.phase('finishing');
  }

  #collect(ids: readonly string[]): void {
    for (const id of ids) if (this.#tests.size < mostTests) this.#tests.add(id);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const cells = this.#cells;
    this.#cells = [];
    this.#send({
      submission: this.#submission,
      phase: this.#phase,
      tests: [...this.#tests],
      variantsDone: this.#variantsDone,
      variantsTotal: this.#variantsTotal,
      cells,
    });
  }
}
