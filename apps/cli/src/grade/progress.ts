import type { SandboxEvent } from '@lakeproof/sandbox';

/** One line on stderr that says what goes on; only where a person watches. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  #done = 0;
  #tests = 0;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  say(text: string): void {
    if (this.#stream.isTTY) this.#stream.write(`\r\u001b[K${text}`);
  }

  take(event: SandboxEvent): void {
    if (event.event === 'variant') this.#done += 1;
    if (event.event === 'test') this.#tests += 1;
    this.say(`${this.#done} of ${this.#total} versions done, ${this.#tests} results`);
  }

  clear(): void {
    this.say('');
  }
}
