const repeats = 5;
const rounds = 8;
/** Below it, times are noise. */
const quickMilliseconds = 5;
/** Four times the input may take so many times as long: four where work is in proportion, sixteen where it is squared. */
const mostGrowth = 10;

/**
 * Whether work grows in proportion to its input: undefined when it does, else what was measured. The least of
 * several times counts, and one good round of many is enough, because a busy machine makes times longer and
 * never shorter; work that is squared is too slow in each round.
 * @param inputOf an input of a size
 */
export function tooMuchGrowth<Input>(
  size: number,
  inputOf: (size: number) => Input,
  work: (input: Input) => void,
): string | undefined {
  const [small, large] = [inputOf(size), inputOf(size * 4)];
  let measured = '';
  for (let round = 0; round < rounds; round++) {
    // In turn, so that a machine that gets busier or quieter meets both alike.
    const times = Array.from({ length: repeats }, () => [took(work, small), took(work, large)] as const);
    const before = Math.min(...times.map(([time]) => time));
    const after = Math.min(...times.map(([, time]) => time));
    if (after <= Math.max(quickMilliseconds, before * mostGrowth)) return undefined;
    measured = `${before.toFixed(1)} ms, and ${after.toFixed(1)} ms for four times the input`;
  }
  return measured;
}

/** Milliseconds. */
function took<Input>(work: (input: Input) => void, input: Input): number {
  const start = performance.now();
  work(input);
  return performance.now() - start;
}
