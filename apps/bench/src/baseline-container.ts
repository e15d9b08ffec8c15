import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Outcomes } from './outcomes.js';

const answerSchema = z.object({
  outcomes: z.record(z.string(), z.record(z.string(), z.string())),
  seconds: z.number(),
  cpuSeconds: z.number(),
});
export type Answer = z.infer<typeof answerSchema> & { readonly outcomes: Outcomes };

/** Puts the files on the ground and becomes one of the programs in baselines/. */
const start = `
import json, pathlib, runpy, sys
for path, text in json.loads(sys.stdin.readline()).items():
    file = pathlib.Path("/tmp/bench", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
sys.path.insert(0, "/tmp/bench/baselines")
runpy.run_path(f"/tmp/bench/baselines/{sys.argv[1]}.py", run_name="__main__")
`;

/** The cores, the memory and the missing network of a sandbox; nothing else of it. */
const flags = ['--network', 'none', '--cpus', '2', '--memory', '2g', '--memory-swap', '2g'];
/** Without a network a container doesn't find its own name. */
const host = ['--hostname', 'sandbox', '--add-host', 'sandbox:127.0.0.1'];
const tmp = ['--tmpfs', '/tmp:size=512m,mode=1777,exec'];

/** A container of the runner image in which a baseline runs what it is asked for, a JSON line each. */
export class BaselineContainer {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string>;
  #said = '';

  private constructor(image: string, program: string) {
    const command = ['run', '-i', '--rm', ...flags, ...host, ...tmp, '--entrypoint', 'python', image];
    this.#process = spawn('docker', [...command, '-B', '-c', start, program], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process.stderr.on(
      'data',
      (data: Buffer) => (this.#said = (this.#said + data.toString()).slice(-4000)),
    );
    // A container that has ended is told by its missing answer.
    this.#process.stdin.on('error', () => undefined);
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  /** Starts it and waits until the program is ready to be asked. */
  static async start(
    image: string,
    program: string,
    files: Readonly<Record<string, string>>,
  ): Promise<BaselineContainer> {
    const container = new BaselineContainer(image, program);
    container.#send(files);
    await container.#line();
    return container;
  }

  /** @throws Error with what the program said last, when it gives no answer */
  async ask(what: string | readonly string[]): Promise<Answer> {
    this.#send(what);
    return answerSchema.parse(await this.#line());
  }

  /** Lets it end, and waits until it is gone. */
  async close(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await gone;
  }

  #send(value: unknown): void {
    this.#process.stdin.write(`${JSON.stringify(value)}\n`);
  }

  async #line(): Promise<unknown> {
    const next = await this.#lines.next();
    if (next.done) throw new Error(`A baseline ended: ${this.#said}`);
    return JSON.parse(next.value);
  }
}
