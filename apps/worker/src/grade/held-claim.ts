/** A claim that is renewed while its submission is graded. `lost` fires when another worker may have it. */
export class HeldClaim {
  readonly lost: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  /**
   * @param renew false when the claim was lost
   * @param lease seconds; it is renewed every third of them
   * @param onFault told why it could not be renewed
   */
  constructor(renew: () => Promise<boolean>, lease: number, onFault: (error: unknown) => void) {
    const controller = new AbortController();
    this.lost = controller.signal;
    this.#timer = setInterval(
      () => {
        renew().then(
          (held) => {
            if (!held) controller.abort();
          },
          // The next renewal may come in time, and if not, settling is fenced.
          onFault,
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
