import type { Verdict } from '@lakeproof/contracts';
import type { Golden, GoldenOutcome, Quiz } from '@lakeproof/curriculum';

/** A verdict under the name of its submission: `solution`, `samples/weak`. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/**
 * The exemplar gets full marks, and kills every mutant by an assertion: a mutant it can't tell from the
 * reference by its data behaves like a correct version, and one that only crashes teaches nothing.
 */
export function exemplarProblems(verdict: Verdict): string[] {
  if (verdict.state !== 'graded')
    return [`solution: is ${verdict.state} (${verdict.reason ?? ''}): ${verdict.message ?? ''}`];
  const full = verdict.score === 1 ? [] : [`solution: scores ${verdict.score ?? 0} instead of 1`];
  const alarms = verdict.tests
    .filter(({ valid }) => !valid)
    .map(
      ({ id, falseAlarmOn }) =>
        `solution: ${id} is not valid, it fails on ${falseAlarmOn.join(', ') || 'a correct version'}`,
    );
  const mutants = verdict.variants
    .filter(({ kind }) => kind === 'mutant')
    .flatMap(({ name, outcome, cause }) => {
      if (outcome !== 'caught')
        return [`${name}: the solution does not catch it; is it a correct version after all?`];
      if (cause !== 'assertion')
        return [`${name}: the solution catches it by ${cause ?? 'nothing'} only, not by an assertion`];
      return [];
    });
  return [...full, ...alarms, ...mutants];
}

/** A weak sample is graded with less than full marks: it shows that the exercise tells suites apart. */
export function weakSampleProblems(outcomes: ReadonlyMap<string, GoldenOutcome>): string[] {
  const samples = [...outcomes].filter(([name]) => name !== 'solution');
  const weak = samples.some(([, { score }]) => score !== null && score < 1);
  return weak ? [] : ['samples: none is graded with less than full marks; add a weak one'];
}

/** A question that no sample gets wrong is not known to tell anybody apart; a promised concept has a question. */
export function quizProblems(
  { concepts, questions }: Pick<Quiz, 'concepts' | 'questions'>,
  outcomes: ReadonlyMap<string, GoldenOutcome>,
): string[] {
  const samples = [...outcomes].filter(([name]) => name !== 'solution').map(([, outcome]) => outcome);
  const easy = questions.filter(({ id }) => samples.every(({ caught }) => caught.includes(id)));
  const asked = questions.map(({ concept }) => concept);
  return [
    ...easy.map(({ id }) => `${id}: every sample answers it right; add one that falls for a wrong choice`),
    ...uncoveredConcepts(concepts, asked).map(
      (concept) => `exercise.json: promises the concept ${concept}, but no question stands for it`,
    ),
  ];
}

/** Two mutants that every submission catches by the same tests are one exercise twice, unless golden.json says why not. */
export function alikeProblems(verdicts: Verdicts, alike: Golden['alike'] = []): string[] {
  const groups = new Map<string, string[]>();
  for (const mutant of mutantsOf(verdicts)) {
    const signature = signatureOf(mutant, verdicts);
    groups.set(signature, [...(groups.get(signature) ?? []), mutant]);
  }
  const found = [...groups.values()].filter((group) => group.length > 1);
  const explained = (group: readonly string[]) =>
    alike.some(({ mutants }) => group.every((name) => mutants.includes(name)));
  return [
    ...found
      .filter((group) => !explained(group))
      .map(
        (group) =>
          `${group.join(' and ')}: every submission catches them by the same tests; part them by a test or a sample, or say why under "alike" in golden.json`,
      ),
    ...alike
      .filter(({ mutants }) => !found.some((group) => mutants.every((name) => group.includes(name))))
      .map(
        ({ mutants }) =>
          `golden.json: "alike" names ${mutants.join(' and ')}, which some submission tells apart`,
      ),
  ];
}

const mutantsOf = (verdicts: Verdicts) =>
  verdicts
    .get('solution')
    ?.variants.filter(({ kind }) => kind === 'mutant')
    .map(({ name }) => name) ?? [];

const signatureOf = (mutant: string, verdicts: Verdicts) =>
  JSON.stringify(
    [...verdicts].map(([submission, { variants }]) => [
      submission,
      [...(variants.find(({ name }) => name === mutant)?.caughtBy ?? [])].sort(),
    ]),
  );

/** Concepts the day promises that no mutant of its exercises stands for. */
export function uncoveredConcepts(promised: readonly string[], mutants: Iterable<string>): string[] {
  const covered = new Set(mutants);
  return promised.filter((concept) => !covered.has(concept));
}
