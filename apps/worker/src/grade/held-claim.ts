/** A claim that is renewed while its submission is graded. `lost` fires when another worker may have it. */
export class HeldClaim {
  readonly lost: AbortSignal;
  readonly #lost = new AbortController();
  readonly #renew: () => Promise<boolean>;
  readonly #onFault: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;

  /**
   * @param renew false when the claim was lost
   * @param lease seconds; it is renewed every third of them
   * @param onFault told why it could not be renewed
   */
  constructor(renew: () => Promise<boolean>, lease: number, onFault: (error: unknown) => void) {
    this.lost = this.#lost.signal;
    this.#renew = renew;
    this.#onFault = onFault;
    this.#timer = setInterval(this.renewNow, (lease * 1000) / 3);
  }

  /** Does not wait for the time to renew: something was told about the submission, such as that it was stopped. */
  readonly renewNow = (): void => {
    this.#renew().then(
      (held) => {
        if (!held) this.#lost.abort();
      },
      // The next renewal may come in time, and if not, settling is fenced.
      this.#onFault,
    );
  };

  /** Stops renewing. */
  release(): void {
    clearInterval(this.#timer);
  }
}
