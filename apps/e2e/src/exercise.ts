import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const content = join(import.meta.dirname, '../../../exercises');

interface Outcome {
  readonly score: number;
  readonly validTests: number;
  readonly caught: readonly string[];
}

/** An exercise that these tests solve: its golden outcomes, and what its samples write. */
export class Exercise {
  private readonly folder: string;

  /** @param file the file that participants write */
  constructor(
    private readonly day: string,
    private readonly slug: string,
    readonly file: string,
  ) {
    this.folder = join(content, day, slug);
  }

  get address(): string {
    return `/learn/${this.day}/${this.slug}`;
  }

  async outcome(submission: string): Promise<Outcome> {
    const golden = JSON.parse(await readFile(join(this.folder, 'golden.json'), 'utf8')) as {
      outcomes: Record<string, Outcome>;
    };
    const outcome = golden.outcomes[submission];
    if (!outcome) throw new Error(`golden.json has no outcome of ${submission}`);
    return outcome;
  }

  written(submission: string): Promise<string> {
    return readFile(join(this.folder, submission, this.file), 'utf8');
  }
}

/** Mode `tests`. */
export const cleanOrders = new Exercise('day-1-unit-tests', 'clean-orders', 'test_orders.py');
/** Mode `code`. */
export const notebook = new Exercise('day-1-unit-tests', 'refactor-the-notebook', 'pipeline.py');
