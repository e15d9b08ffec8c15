import { SentenceError } from '@lakeproof/terminal';
import type { Attack } from './attack.js';

/** Attacks that are sent as one submission. */
export type Batch = readonly [Attack, ...Attack[]];

/**
 * Puts the attacks of one batch together; every other attack is a batch of its own.
 *
 * @throws SentenceError when two attacks of a batch bring the same file, differ in versions or limits, or one
 *   keeps another sandbox
 */
export function batchesOf(attacks: readonly Attack[]): Batch[] {
  const batches = new Map<string, [Attack, ...Attack[]]>();
  for (const attack of attacks) {
    const key = attack.batch ? `batch ${attack.batch}` : attack.name;
    const batch = batches.get(key);
    if (batch) batch.push(attack);
    else batches.set(key, [attack]);
  }
  for (const batch of batches.values()) checkBatch(batch);
  return [...batches.values()];
}

function checkBatch(batch: Batch): void {
  const owners = new Map<string, string>();
  for (const { name, files, beside, variants, limits } of batch) {
    const [first] = batch;
    if (beside.length > 0 && batch.length > 1)
      throw new SentenceError(`${name} keeps a sandbox beside its own: it can't be in a batch.`);
    if (JSON.stringify([variants, limits]) !== JSON.stringify([first.variants, first.limits]))
      throw new SentenceError(`${name} and ${first.name} are one batch, but differ in variants or limits.`);
    for (const { path } of files) {
      const other = owners.get(path);
      if (other) throw new SentenceError(`${name} and ${other} are one batch, and both bring ${path}.`);
      owners.set(path, name);
    }
  }
}
