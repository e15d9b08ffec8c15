/** How often something may be tried within a window of time. */
export interface AttemptLimit {
  readonly attempts: number;
  readonly milliseconds: number;
}

/** Keys that are remembered at most: past it the windows that end first are forgotten, so that memory is bounded. */
const maxKeys = 10_000;

/** Counts attempts by key in fixed windows, each of which begins with its first attempt. */
export class Attempts {
  private readonly windows = new Map<string, { endsAt: number; count: number }>();

  constructor(private readonly limit: AttemptLimit) {}

  /**
   * Counts one more attempt.
   * @param now milliseconds since any fixed moment
   * @returns milliseconds until the next one is let through; 0 when this one is within the limit
   */
  take(key: string, now: number): number {
    const window = this.windows.get(key);
    if (window && window.endsAt > now) return ++window.count <= this.limit.attempts ? 0 : window.endsAt - now;
    // Deleted first, so that the map stays in the order in which windows end.
    this.windows.delete(key);
    this.forget(now);
    this.windows.set(key, { endsAt: now + this.limit.milliseconds, count: 1 });
    return this.limit.attempts >= 1 ? 0 : this.limit.milliseconds;
  }

  private forget(now: number): void {
    for (const [key, { endsAt }] of this.windows) {
      if (endsAt > now && this.windows.size < maxKeys) return;
      this.windows.delete(key);
    }
  }
}
