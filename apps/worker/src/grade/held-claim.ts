/** A claim that is renewed while its submission is graded. `lost` fires when another worker may have it. */
export class HeldClaim {
  readonly lost: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  /**
   * @param renew false when the claim was lost
   * @param lease seconds; it is renewed every third of them
   */
  constructor(renew: () => Promise<boolean>, lease: number) {
    const controller = new AbortController();
    this.lost = controller.signal;
    this.#timer = setInterval(
      () => {
        renew().then(
          (held) => {
            if (!held) controller.abort();
          },
          // Postgres does not answer: the next renewal may come in time, and if not, settling is fenced.
          () => undefined,
        );
      },
      (lease * 1000) / 3,
    );
  }

  /** Stops renewing. */
  release(): void {
    clearInterval(this.#timer);
  }
}
