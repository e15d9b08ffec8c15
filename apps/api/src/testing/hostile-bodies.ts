/** A request body as somebody sends it who wants to break what reads it. */
export interface HostileBody {
  readonly contentType: string | undefined;
  readonly encoding: string | undefined;
  readonly bytes: Buffer;
}

type Random = () => number;

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes bodies by chance: those that a route asks for, and all that can be wrong with them. */
export class HostileBodies {
  constructor(private readonly random: Random) {}

  next(): HostileBody {
    const bytes = this.spoilt(Buffer.from(this.json(this.body())));
    return {
      bytes,
      contentType: this.chance(0.85) ? 'application/json' : this.oneOf(contentTypes),
      encoding: this.chance(0.98) ? undefined : this.oneOf(['gzip', 'br', 'identity', 'nonsense']),
    };
  }

  private body(): unknown {
    return this.oneOf([
      () => this.submission(),
      () => this.submission(),
      () => ({ kind: 'run', files: [{ path: 'a/'.repeat(this.large() / 2), content: '' }] }),
      () => ({ email: this.text(), password: this.text() }),
      () => ({ email: 'nobody@lakeproof.test', password: this.text() }),
      () => ({ level: this.value() }),
      () => this.value(),
    ])();
  }

  private submission(): unknown {
    const files = this.chance(0.1) ? this.value() : this.list(this.size(40), () => this.file());
    return {
      kind: this.chance(0.8) ? this.oneOf(['run', 'submit']) : this.value(),
      files,
      ...(this.chance(0.1) && { cohort: this.value() }),
      ...(this.chance(0.1) && { [this.text()]: this.value() }),
    };
  }

  private file(): unknown {
    if (this.chance(0.1)) return this.value();
    return {
      path: this.chance(0.5) ? `test_${this.size(9)}.py` : this.text(),
      content: this.text(),
      ...(this.chance(0.05) && { [this.text()]: this.value() }),
    };
  }

  private value(): unknown {
    return this.oneOf<() => unknown>([
      () => null,
      () => true,
      () => -1,
      () => Number.MAX_VALUE,
      () => ({
        [rawNumber]: this.oneOf(['1e999999', `-${'9'.repeat(this.large())}`, `0.${'0'.repeat(500)}1`]),
      }),
      () => this.text(),
      () => this.list(this.large() / 4, () => 0),
      () => this.list(this.size(50), () => ({})),
      () => Object.fromEntries(this.list(this.large() / 10, (n) => [`member-${n}`, n])),
      () => ({ [nested]: this.large() }),
      () => ({ __proto__: null, constructor: 1, toString: [], valueOf: {} }),
    ])();
  }

  private text(): string {
    const piece = this.oneOf(pieces);
    return this.chance(0.7)
      ? piece
      : piece.repeat(Math.ceil((this.chance(0.2) ? this.large() : 300) / piece.length));
  }

  private json(value: unknown): string {
    return JSON.stringify(value)
      .replaceAll(new RegExp(`\\{"${rawNumber}":"([^"]*)"\\}`, 'g'), '$1')
      .replaceAll(new RegExp(`\\{"${nested}":(\\d+)[^}]*\\}`, 'g'), (_, depth: string) => {
        const [open, close] = this.oneOf([
          ['[', ']'],
          ['{"a":', '}'],
        ] as const);
        return `${open.repeat(Number(depth))}0${close.repeat(Number(depth))}`;
      });
  }

  private spoilt(json: Buffer): Buffer {
    if (this.chance(0.7)) return json;
    return this.oneOf<() => Buffer>([
      () => json.subarray(0, this.size(json.length)),
      () => Buffer.concat([json, json]),
      () => Buffer.concat([Buffer.from('\ufeff'), json]),
      () => Buffer.from(json.toString(), 'utf16le'),
      () => Buffer.from(json.toString().replaceAll('"', "'")),
      () => Buffer.from(json.toString().replace(/\}$/, ',}')),
      () => Buffer.from(json.toString().replace(/^\{/, '{"files":[],"kind":NaN,')),
      () =>
        Buffer.concat([
          json.subarray(0, 10),
          Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
          json.subarray(10),
        ]),
      () => Buffer.from(' '.repeat(this.large()) + json.toString()),
      () => Buffer.from('\0'.repeat(this.large())),
      () => Buffer.from(`"${'\\u0000'.repeat(this.large() / 6)}"`),
      () => Buffer.alloc(0),
    ])();
  }

  private list<T>(length: number, item: (n: number) => T): T[] {
    return Array.from({ length }, (_, n) => item(n));
  }

  private oneOf<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)] as T;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private size(most: number): number {
    return Math.floor(this.random() * (most + 1));
  }

  /** Mostly thousands, now and then a million: what a body within the limits can hold, and above. */
  private large(): number {
    return this.size(this.chance(0.008) ? 1_900_000 : 5_000);
  }
}

/** What JSON.stringify can't write, put in afterwards. */
const rawNumber = 'raw number';
const nested = 'nested';

const pieces = [
  'x',
  'a/',
  '../',
  './',
  '\\',
  '/',
  'tests/test_orders.py',
  '\0',
  '\ud800',
  '\udc00\ud800',
  '😀',
  'é',
  '文',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\r\n',
  '"',
  '__proto__',
  'a@b.de',
  'a.',
  '{"one":["a"]}',
  'answers.json',
  'pipeline.py',
] as const;

const contentTypes = [
  undefined,
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/json; charset=utf-32le',
  'application/json; charset=latin1',
  'application/json; charset=nonsense',
  'application/json; charset="',
  'application/json;;;',
  'application/vnd.api+json',
  'application/octet-stream',
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  '*/*',
  'nonsense',
] as const;
