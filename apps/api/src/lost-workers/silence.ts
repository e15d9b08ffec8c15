/** A worker beats every two seconds or less, so that one which beats again, after Redis lost its data, is seen in time. */
const missesUntilSilent = 3;

/**
 * Which workers fell silent: their pulse was seen by an earlier look, and missed by the last ones. One whose pulse
 * was never seen is not judged: its claims end by their lease.
 */
export class Silence {
  /** By worker, the looks that missed it since it was seen. */
  readonly #missed = new Map<string, number>();

  /**
   * Takes in what a look saw.
   * @param beating whether each worker that matters now shows its pulse
   * @returns those that are silent
   */
  look(beating: ReadonlyMap<string, boolean>): string[] {
    for (const worker of this.#missed.keys()) if (!beating.has(worker)) this.#missed.delete(worker);
    for (const [worker, beats] of beating) {
      const missed = this.#missed.get(worker);
      if (beats) this.#missed.set(worker, 0);
      else if (missed !== undefined) this.#missed.set(worker, missed + 1);
    }
    return [...this.#missed].flatMap(([worker, missed]) => (missed >= missesUntilSilent ? [worker] : []));
  }

  /** Redis did not answer: whoever was seen before has to be seen again. */
  forget(): void {
    this.#missed.clear();
  }
}
