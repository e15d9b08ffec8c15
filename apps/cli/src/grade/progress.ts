import type { SandboxEvent } from '@lakeproof/sandbox';
import type { StatusLine } from '@lakeproof/terminal';

/** Says how far one job is: at a terminal with each result, elsewhere once for each phase. */
export class Progress {
  readonly #line: StatusLine;
  readonly #total: number;
  #collected = false;
  #done = 0;
  #tests = 0;

  /** @param total versions that are run */
  constructor(line: StatusLine, total: number) {
    this.#line = line;
    this.#total = total;
  }

  starting(): void {
    this.#line.phase('Starting Spark…');
  }

  started(): void {
    this.#line.phase('Spark is ready. Collecting tests…');
  }

  take(event: SandboxEvent): void {
    if (event.event === 'collected' && event.tests.length > 0 && !this.#collected) {
      this.#collected = true;
      this.#line.phase(`Running ${counted(event.tests.length, 'test')} on ${this.#versions()}…`);
    }
    if (event.event === 'test') this.#tests += 1;
    if (event.event === 'variant') {
      this.#done += 1;
      if (this.#done === this.#total)
        this.#line.phase(`${this.#versions()} done, ${counted(this.#tests, 'result')}.`);
    }
    this.#line.say(`${String(this.#done)} of ${this.#versions()} done, ${counted(this.#tests, 'result')}`);
  }

  #versions(): string {
    return counted(this.#total, 'version');
  }
}

const counted = (n: number, what: string) => `${String(n)} ${what}${n === 1 ? '' : 's'}`;
