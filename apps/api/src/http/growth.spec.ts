import { describe, expect, it } from '@jest/globals';
import {
  harnessEventSchema,
  loginBodySchema,
  openHintBodySchema,
  slugSchema,
  type SubmissionFiles,
  submitBodySchema,
  survivorKeySchema,
} from '@lakeproof/contracts';
import { quizAnswers, submissionProblems } from '@lakeproof/curriculum';
import { cursorSchema } from '@lakeproof/persistence';
import type { z } from 'zod';
import { idempotencyKeyOf } from '../submissions/idempotency-key.js';
import { tooMuchGrowth } from '../testing/growth.js';
import { refuseHugeShape } from './body-shape.js';
import { domainErrorOfIssues } from './issues.js';
import { mayChangeState } from './origin.js';
import { problemOf } from './problem.js';

const size = 4000;
const file = (path: string, content: unknown = 'x') => ({ path, content });
const submission = (...files: unknown[]) => ({ kind: 'run', files });
const listOf = <T>(length: number, item: (n: number) => T) => Array.from({ length }, (_, n) => item(n));
const members = (count: number) => Object.fromEntries(listOf(count, (n) => [`member-${String(n)}`, n]));

/** Parses, and makes the whole answer where it is refused. */
const parse = (schema: z.ZodType) => (input: unknown) => {
  const parsed = schema.safeParse(input);
  if (!parsed.success) JSON.stringify(problemOf(domainErrorOfIssues(parsed.error.issues)));
};
/** Whatever is refused by an error. */
const attempt =
  <Input>(check: (input: Input) => unknown) =>
  (input: Input) => {
    try {
      check(input);
    } catch {
      // A refusal is as good an answer as any: its time is what is measured.
    }
  };

describe('the work for a body grows in proportion to it', () => {
  it.each<[string, z.ZodType, (n: number) => unknown]>([
    ['a path of many folders', submitBodySchema, (n) => submission(file('a/'.repeat(n)))],
    [
      'many paths of many folders',
      submitBodySchema,
      (n) => submission(...listOf(32, (k) => file(`${String(k)}/${'a/'.repeat(n)}b`))),
    ],
    ['a path without folders', submitBodySchema, (n) => submission(file('é'.repeat(n)))],
    ['many files', submitBodySchema, (n) => submission(...listOf(n, (k) => file(`test_${String(k)}.py`)))],
    ['many files of one name', submitBodySchema, (n) => submission(...listOf(n, () => file('a')))],
    ['many things that are no files', submitBodySchema, (n) => submission(...listOf(n, () => 0))],
    ['a long file', submitBodySchema, (n) => submission(file('a.py', 'é'.repeat(n * 10)))],
    ['a file of half surrogates', submitBodySchema, (n) => submission(file('a.py', '\ud800'.repeat(n)))],
    ['a file with many members', submitBodySchema, (n) => submission({ ...members(n), ...file('a.py') })],
    ['many members', submitBodySchema, (n) => ({ ...members(n), ...submission(file('a.py')) })],
    ['a long kind', submitBodySchema, (n) => ({ ...submission(file('a.py')), kind: 'k'.repeat(n) })],
    ['a long cohort', submitBodySchema, (n) => ({ ...submission(file('a.py')), cohort: 'a-'.repeat(n) })],
    ['an address of letters', loginBodySchema, (n) => ({ email: 'a'.repeat(n), password: 'p' })],
    ['an address of dots', loginBodySchema, (n) => ({ email: 'a.'.repeat(n), password: 'p' })],
    ['an address of hosts', loginBodySchema, (n) => ({ email: `a@${'a.'.repeat(n)}`, password: 'p' })],
    ['an address of hyphens', loginBodySchema, (n) => ({ email: `a@${'a-'.repeat(n)}!`, password: 'p' })],
    ['a long password', loginBodySchema, (n) => ({ email: 'a@b.de', password: 'p'.repeat(n) })],
    ['a hint with many members', openHintBodySchema, (n) => ({ level: 1, ...members(n) })],
  ])('%s', (_, schema, inputOf) => {
    expect(tooMuchGrowth(size, inputOf, parse(schema))).toBeUndefined();
  });

  it.each<[string, (n: number) => string]>([
    ['texts', (n) => JSON.stringify(listOf(n, () => '"\\'))],
    ['a text without its end', (n) => `"${'\\"'.repeat(n)}`],
    ['depth', (n) => '['.repeat(n)],
    ['members', (n) => JSON.stringify(members(n))],
  ])('before it is parsed: %s', (_, inputOf) => {
    const bytesOf = (n: number) => Buffer.from(inputOf(n));
    expect(tooMuchGrowth(size, bytesOf, attempt(refuseHugeShape))).toBeUndefined();
  });
});

describe('the work for an address or a header grows in proportion to it', () => {
  it.each<[string, (input: string) => unknown, (n: number) => string]>([
    ['a slug', parse(slugSchema), (n) => `${'a-'.repeat(n)}!`],
    ['a slug of one word', parse(slugSchema), (n) => `${'a'.repeat(n)}-`],
    ["a bug's number", parse(survivorKeySchema), (n) => `bug-${'1'.repeat(n)}`],
    ["an event's id", parse(cursorSchema), (n) => '1'.repeat(n)],
    ['an idempotency key', idempotencyKeyOf, (n) => `${'k'.repeat(n)} `],
    [
      'an origin',
      (origin) => mayChangeState({ method: 'POST', host: 'a', origin, fetchSite: undefined }),
      (n) => `https://${'a.'.repeat(n)}`,
    ],
  ])('%s', (_, check, inputOf) => {
    expect(tooMuchGrowth(size, inputOf, attempt(check))).toBeUndefined();
  });
});

describe('the work for the files of a submission grows in proportion to them', () => {
  const choices = ['a', 'b'].map((text) => ({ text, right: true as const, why: text }));
  const quiz = { questions: [{ id: 'one', concept: 'nulls', text: 'Which?', choices }] };
  const exercise = {
    mode: 'code' as const,
    editable: ['orders.py'],
    visibleFiles: [],
    reference: [{ path: 'pipeline.py', content: '' }],
    overlays: new Map(),
  };

  it.each<[string, (n: number) => unknown]>([
    ['answers to many questions', (n) => Object.fromEntries(listOf(n, (k) => [`q${String(k)}`, ['a']]))],
    ['answers of many letters', (n) => ({ one: listOf(n, () => 'z') })],
    ['answers that are none', (n) => members(n)],
    ['a list of answers', (n) => listOf(n, () => ({ one: ['a'] }))],
  ])('%s', (_, inputOf) => {
    const filesOf = (n: number) => [{ path: 'answers.json', content: JSON.stringify(inputOf(n)) }];
    expect(
      tooMuchGrowth(
        size,
        filesOf,
        attempt((files: SubmissionFiles) => quizAnswers(quiz, files)),
      ),
    ).toBeUndefined();
  });

  it.each<[string, (n: number) => string]>([
    ['in many folders', (n) => `${'a/'.repeat(n)}conftest.py`],
    ['in the place of a module', (n) => `pipeline/${'a'.repeat(n)}`],
  ])('files %s', (_, pathOf) => {
    const filesOf = (n: number) => listOf(32, () => ({ path: pathOf(n), content: '' }));
    expect(tooMuchGrowth(size, filesOf, (files) => submissionProblems(exercise, files))).toBeUndefined();
  });
});

describe("the work for a harness's event grows in proportion to it", () => {
  const collected = (part: object) => ({
    event: 'collected',
    variant: 0,
    tests: [],
    failures: [],
    notes: [],
    ...part,
  });
  it.each<[string, (n: number) => unknown]>([
    ['many tests', (n) => collected({ tests: listOf(n, (k) => `test_${String(k)}`) })],
    ['many tests that are none', (n) => collected({ tests: listOf(n, () => 0) })],
    ['many failures', (n) => collected({ failures: listOf(n, () => ({ file: 'a.py' })) })],
    ['many members', (n) => collected(members(n))],
    ['a long message', (n) => ({ event: 'broken', reason: 'é'.repeat(n) })],
  ])('%s', (_, inputOf) => {
    expect(tooMuchGrowth(size, inputOf, (event) => harnessEventSchema.safeParse(event))).toBeUndefined();
  });
});
