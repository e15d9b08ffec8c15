import type { Io } from '@lakeproof/terminal';
import { groundNow } from './ground.js';
import { selectionOf, type Rule, type Selection } from './selection.js';
import { short, type Ground, type Item, type Stamp } from './stamp.js';
import { readStamps, verifiedFile, writeStamps, type StampedSuite } from './verified-file.js';

/** What a person asked for on the command line. */
export interface Asked {
  readonly all: boolean;
  /** Names of groups; none: what has to be, and what has its turn. */
  readonly groups: readonly string[];
}

/** One run of a suite over its stamps: what is verified, and that it held. */
export class Stamping {
  readonly #io: Io;
  readonly #suite: StampedSuite;
  readonly #ground: Ground;
  readonly #stamps: Map<string, Stamp>;
  readonly #turn: number;

  private constructor(io: Io, suite: StampedSuite, ground: Ground, stamps: Map<string, Stamp>) {
    this.#io = io;
    this.#suite = suite;
    this.#ground = ground;
    this.#stamps = stamps;
    this.#turn = 1 + Math.max(0, ...[...stamps.values()].map(({ turn }) => turn));
  }

  /**
   * @throws SandboxError when the engine or the image is missing
   * @throws SentenceError when the file of stamps can't be used
   */
  static async of(suite: StampedSuite, io: Io): Promise<Stamping> {
    return new Stamping(io, suite, await groundNow(io.env), readStamps(verifiedFile(io.env), suite));
  }

  /** What is verified now. What is left out is said, with the minutes it would take. */
  choose(items: readonly Item[], rule: Rule, { all, groups }: Asked): Selection {
    const named = items.filter(({ group }) => groups.includes(group));
    if (groups.length > 0) return { chosen: named, inTurn: new Set(), stale: none };
    this.#forgetAllBut(items);
    const selection = selectionOf(items, this.#stamps, this.#ground, rule);
    if (all) return { ...selection, chosen: items, stale: none };
    const { chosen, stale } = selection;
    const left = stale.count > 0 ? `; ${String(stale.count)} left stale, ${minutes(stale.seconds)}` : '';
    this.#io.stdout.write(
      `${String(chosen.length)} of ${String(items.length)} verified${left}; --all verifies all\n`,
    );
    return selection;
  }

  /** @param seconds what verifying it took */
  held({ name, inputs }: Item, seconds: number): void {
    const [ground, turn] = [this.#ground, this.#turn];
    this.#stamps.set(name, { inputs: short(inputs), ground, turn, seconds: Math.round(seconds * 10) / 10 });
  }

  /** It did not hold, or was stopped: it is verified again next time. */
  broke({ name }: Item): void {
    this.#stamps.delete(name);
  }

  save(): void {
    writeStamps(verifiedFile(this.#io.env), this.#suite, this.#stamps);
  }

  #forgetAllBut(items: readonly Item[]): void {
    const names = new Set(items.map(({ name }) => name));
    for (const name of this.#stamps.keys()) if (!names.has(name)) this.#stamps.delete(name);
  }
}

const none = { count: 0, seconds: 0 };

function minutes(seconds: number): string {
  if (seconds === 0) return 'never timed';
  if (seconds < 90) return `about ${String(Math.round(seconds))} s`;
  return `about ${String(Math.round(seconds / 60))} minutes`;
}
