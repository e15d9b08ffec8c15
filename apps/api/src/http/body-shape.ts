import { DomainError } from '@lakeproof/contracts';

/**
 * What JSON may hold at most, counted before it is parsed. A body of bytes within its limit can hold hundreds
 * of thousands of values, and each costs a schema hundreds of times what it costs its sender.
 */
export const shapeLimits = {
  /** Items of lists and members of objects: enough for thousands of files, which are then told to be too many. */
  values: 10_000,
  /** Lists and objects inside each other; the deepest contract has three. */
  depth: 16,
} as const;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Looks once at every byte. What is no JSON passes or not: the parser tells.
 * @throws DomainError invalid-request for too many values, or too deep ones
 */
export function refuseHugeShape(json: Uint8Array): void {
  let [values, depth, inText] = [0, 0, false];
  for (let place = 0; place < json.length; place++) {
    const byte = json[place] ?? 0;
    if (inText) {
      if (byte === backslash) place++;
      else inText = byte !== quote;
      continue;
    }
    if (byte === quote) inText = true;
    else if (opening.has(byte)) {
      values++;
      if (++depth > shapeLimits.depth) throw tooMuch(`lists and objects more than ${shapeLimits.depth} deep`);
    } else if (closing.has(byte)) depth--;
    else if (byte === comma) values++;
    if (values > shapeLimits.values)
      throw tooMuch(`more than ${shapeLimits.values.toLocaleString('en')} values`);
  }
}

const tooMuch = (what: string) =>
  new DomainError('invalid-request', `The request holds ${what}. Send only what this address asks for.`);
