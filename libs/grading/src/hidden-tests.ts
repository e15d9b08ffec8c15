import type { HiddenTest } from '@lakeproof/contracts';

/** Whether a collected test is the hidden one or one of its parametrized cases. */
export const belongsTo = (test: string, hidden: HiddenTest): boolean =>
  test === hidden.id || test.startsWith(`${hidden.id}[`);
