/** What goes on, on stderr: one line that changes where a person watches, a line for each phase elsewhere. */
export class StatusLine {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** A step of many: for those who watch only. */
  say(text: string): void {
    if (this.#stream.isTTY) this.#stream.write(`\r\u001b[K${text}`);
  }

  /** A phase begins or is over: a log has it, too. */
  phase(text: string): void {
    if (this.#stream.isTTY) this.say(text);
    else this.#stream.write(`${text}\n`);
  }

  clear(): void {
    this.say('');
  }
}
