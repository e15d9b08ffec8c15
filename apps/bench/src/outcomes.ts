/** How each test ended on each variant: `variant` -> `test` -> outcome. */
export type Outcomes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Compares what two measures saw of the variants that both ran: times of different work mean nothing.
 *
 * @throws Error naming the first cell that differs
 */
export function checkSame(expected: Outcomes, seen: Outcomes, who: string): void {
  for (const [variant, tests] of Object.entries(seen)) {
    const known = expected[variant];
    if (!known) continue;
    const names = new Set([...Object.keys(known), ...Object.keys(tests)]);
    for (const test of names)
      if (known[test] !== tests[test])
        throw new Error(
          `${who} does other work: ${test} on ${variant} ${tests[test] ?? 'was not run'}, not ${known[test] ?? 'run'}`,
        );
  }
}
