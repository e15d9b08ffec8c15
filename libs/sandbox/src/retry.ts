/** After the first failure, seconds until the next try: the engine or the image may come back. */
const firstPause = 1;
const longestPause = 30;

/** When to try again what failed: after a second, then after twice as long each time, half a minute at most. */
export class Retry {
  #pause = firstPause;
  #timer: NodeJS.Timeout | undefined;

  /** Whether a try is due later. */
  get isPending(): boolean {
    return this.#timer !== undefined;
  }

  /** Calls `again` after the pause, which doubles for the failure after this one. */
  later(again: () => void): void {
    this.cancel();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      again();
    }, this.#pause * 1000);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  /** Waits no longer: somebody tries at once, or nobody any more. The pause stays what it was. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** It went well: the next failure is a first one again. */
  succeeded(): void {
    this.#pause = firstPause;
  }
}
