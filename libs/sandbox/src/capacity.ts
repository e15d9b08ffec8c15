/** What somebody asks for. */
export interface Demand {
  /** What the job will be given; not less than a sandbox has that waits. */
  readonly memoryMiB: number;
  /** It goes last, and the last ready sandbox is not for it. */
  readonly leaveOne: boolean;
}

/** What a pool must keep to. */
export interface Limits {
  /** Sandboxes at work at the same time. */
  readonly atOnce: number;
  /** What all of them together may be given. */
  readonly budgetMiB: number;
  /** What one is given while it waits. */
  readonly waitingMiB: number;
  /** Cores that one at work may use, and those of the machine. */
  readonly cpus: number;
  readonly cores: number;
}

/** What a pool holds at the moment. */
export interface Occupancy<D extends Demand = Demand> {
  /** How many are kept ready. */
  readonly warm: number;
  readonly ready: number;
  readonly starting: number;
  /** MiB given to each that is at work. */
  readonly busy: readonly number[];
  /** Who waits for one, the longest first. */
  readonly waiting: readonly D[];
}

/** Whose turn it is, or that one of those that are ready must go first, because the next needs its memory. */
export type Turn<D extends Demand> = { readonly next: D } | 'make room';

/** What the machine's memory and cores allow a pool to do. Holds nothing and does nothing: it is told, and says. */
export class Capacity {
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Whether those at work can use all cores there are. */
  isCpuTaken({ busy }: Occupancy): boolean {
    return busy.length * this.#limits.cpus >= this.#limits.cores;
  }

  /** Whether one more should be started now. */
  mayStart(now: Occupancy): boolean {
    return (
      now.ready + now.starting < this.#wanted(now) &&
      // A start takes a core: more of them only make each other, and the work, wait.
      now.starting < this.#limits.cores &&
      this.#hasRoom(now)
    );
  }

  /** Who gets a ready sandbox now, if anybody: first come, first served, but for those that leave one to others. */
  turn<D extends Demand>(now: Occupancy<D>): Turn<D> | undefined {
    if (now.ready === 0 || now.busy.length >= this.#limits.atOnce) return undefined;
    const next = now.waiting.find(({ leaveOne }) => !leaveOne) ?? now.waiting[0];
    if (!next?.leaveOne) return next && { next };
    const left = Math.min(1, now.warm);
    if (now.ready <= left) return undefined;
    if (this.#given(now) + this.#more(next) <= this.#limits.budgetMiB) return { next };
    return now.ready > left + 1 ? 'make room' : undefined;
  }

  /** How many should be there, ready or starting, beside those at work. */
  #wanted(now: Occupancy): number {
    const asked = Math.min(now.waiting.length, this.#limits.atOnce - now.busy.length);
    if (!this.isCpuTaken(now)) return now.warm + asked;
    // Warming one up takes more CPU than a submission: now only what will be missed next, the rest after the work.
    return asked + Math.min(now.warm, Math.max(1, now.waiting.length));
  }

  /** Whether the budget allows one more, with what the heaviest of those that wait will need on top. */
  #hasRoom(now: Occupancy): boolean {
    const heaviest = Math.max(0, ...now.waiting.map((demand) => this.#more(demand)));
    const given = this.#given(now);
    // The first one is started whatever the budget says: a pool that starts none grades nothing.
    return given === 0 || given + heaviest + this.#limits.waitingMiB <= this.#limits.budgetMiB;
  }

  /** MiB that all of them have been given. */
  #given({ ready, starting, busy }: Occupancy): number {
    return busy.reduce((sum, memoryMiB) => sum + memoryMiB, (ready + starting) * this.#limits.waitingMiB);
  }

  /** MiB that one that waits will be given beyond what it has. */
  #more({ memoryMiB }: Demand): number {
    return memoryMiB - this.#limits.waitingMiB;
  }
}
