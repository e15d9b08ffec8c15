import { describe, expect, it } from '@jest/globals';
import type { Role } from '@lakeproof/contracts';
import type { Capacity, PolicyRow } from './policy-row.js';

/** What a row could do without and still be one. */
type Spare<Row> = Row extends PolicyRow
  ? { [Column in keyof Row]: Omit<Row, Column> extends PolicyRow ? Column : never }[keyof Row]
  : never;

describe('a row of the table that leaves out a role', () => {
  it('is none: this spec would not compile', () => {
    const refused: [Spare<PolicyRow>] extends [never] ? true : false = true;
    expect(refused).toBe(true);
  });
});

describe('a role', () => {
  it('can be asked as: else this spec would not compile', () => {
    const known: [Exclude<Role, Capacity>] extends [never] ? true : false = true;
    expect(known).toBe(true);
  });
});
