import type { connectDocker } from '@lakeproof/sandbox';
import type { BenchExercise } from '../exercise.js';
import type { Gathered } from '../figures.js';
import type { Outcomes } from '../outcomes.js';

/** What every measure works with. */
export interface Bench {
  readonly docker: ReturnType<typeof connectDocker>;
  readonly image: string;
  readonly exercise: BenchExercise;
  readonly gathered: Gathered;
  /** Holds what the sandbox saw of a measure's work against it. @throws Error when they differ */
  readonly check: (seen: Outcomes, who: string) => void;
  readonly quick: boolean;
}

/** One measure: `round` runs once in each round, in the order of the list; `close` after the last. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  round(round: number): Promise<void>;
  close?(): Promise<void>;
}
