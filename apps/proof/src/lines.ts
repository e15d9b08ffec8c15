import { type Io, paintFor } from '@lakeproof/terminal';

/** A line for each thing that was checked, then the sum as script/test counts it. */
export class Lines {
  readonly #io: Io;
  #passed = 0;
  #failed = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  good(text: string, remarks: readonly string[] = []): void {
    this.#passed += 1;
    this.#write('green', '✓', text, remarks);
  }

  bad(text: string, reasons: readonly string[]): void {
    this.#failed += 1;
    this.#write('red', '✗', text, reasons);
  }

  /** Not all that was to be checked has been: that is no success. */
  stopped(): void {
    this.bad('stopped', ['What was not checked keeps the stamp it had.']);
  }

  /** @returns the exit code */
  finish(): number {
    this.#io.stdout.write(`${String(this.#passed)} passed, ${String(this.#failed)} failed\n`);
    return this.#failed > 0 ? 1 : 0;
  }

  #write(colour: 'green' | 'red', sign: string, text: string, more: readonly string[]): void {
    const paint = paintFor(this.#io.stdout, this.#io.env);
    const lines = [
      `${paint(colour, sign)} ${text}`,
      ...more.map((line) => `    ${line.replaceAll('\n', '\n      ')}`),
    ];
    this.#io.stdout.write(`${lines.join('\n')}\n`);
  }
}
