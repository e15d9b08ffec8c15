import type { SandboxEvent } from '@lakeproof/sandbox';
import type { StatusLine } from '@lakeproof/terminal';

/** Counts what comes of one job. */
export class Progress {
  readonly #line: StatusLine;
  readonly #total: number;
  #done = 0;
  #tests = 0;

  constructor(line: StatusLine, total: number) {
    this.#line = line;
    this.#total = total;
  }

  take(event: SandboxEvent): void {
    if (event.event === 'variant') this.#done += 1;
    if (event.event === 'test') this.#tests += 1;
    this.#line.say(`${this.#done} of ${this.#total} versions done, ${this.#tests} results`);
  }
}
