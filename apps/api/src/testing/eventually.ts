import { setTimeout } from 'node:timers/promises';

const patience = 15_000;

/** Waits until the condition holds; fails, saying what was waited for, when it never does. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It never came to this: ${what}`);
    await setTimeout(10);
  }
}
