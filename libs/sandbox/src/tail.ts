/** The last bytes of a stream: what the harness wrote to stderr, for our log when something breaks. */
export class Tail {
  #bytes = Buffer.alloc(0);
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  push(data: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, data]).subarray(-this.#keep);
  }

  toString(): string {
    return this.#bytes.toString('utf8').trim();
  }
}
