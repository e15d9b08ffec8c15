import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exerciseViewSchema, submissionViewSchema } from '@lakeproof/contracts';
import { mostInAMinute } from '@lakeproof/persistence';
import type { Agent } from 'supertest';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { problemIn, receiptIn } from '../testing/bodies.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const answer = (
  agent: Agent,
  answers: unknown,
  { kind = 'submit', key = randomUUID() }: { kind?: string; key?: string } = {},
) =>
  agent
    .post('/api/exercises/opening-quiz/submissions')
    .set('Idempotency-Key', key)
    .send({ kind, files: [{ path: 'answers.json', content: JSON.stringify(answers) }] });
const oneRight = { one: ['b'], two: ['b'], three: ['b'] };
const allRight = { one: ['b'], two: ['a', 'c'], three: ['a'] };
const opened = async (agent: Agent, id: string) =>
  submissionViewSchema.parse((await agent.get(`/api/submissions/${id}`).expect(200)).body);

describe('a quiz', () => {
  it('is shown with its questions, but neither with what is right nor why', async () => {
    const response = await (await api.as('ada')).get('/api/exercises/opening-quiz').expect(200);
    const quiz = exerciseViewSchema.parse(response.body);
    if (quiz.mode !== 'quiz') throw new Error('no quiz');
    expect(quiz.questions.map(({ id, several }) => [id, several])).toEqual([
      ['one', false],
      ['two', true],
      ['three', false],
    ]);
    expect(quiz.questions[0]?.html).toContain('shiki');
    expect(response.text).not.toMatch(/Secret why|"right"/);
  });

  it('is graded in the request that brings the answers, and explained then', async () => {
    const ada = await api.as('ada');
    const receipt = receiptIn(await answer(ada, { one: ['b'], two: ['a'], three: ['b'] }).expect(202));
    expect(receipt).toMatchObject({ state: 'graded', position: 0 });
    const submission = await opened(ada, receipt.id);
    expect(submission).toMatchObject({ state: 'graded', score: 0.3333, verdict: { points: 2 } });
    expect(submission.questions?.map(({ id, answeredRight }) => [id, answeredRight])).toEqual([
      ['one', true],
      ['two', false],
      ['three', false],
    ]);
    expect(submission.questions?.[1]?.choices).toMatchObject([
      { letter: 'a', right: true, chosen: true, whyHtml: expect.stringContaining('Secret why a of two') },
      { letter: 'b', right: false, chosen: false },
      { letter: 'c', right: true, chosen: false },
    ]);
  });

  it('gives the same answer to the same key', async () => {
    const grace = await api.as('grace');
    const key = randomUUID();
    const first = receiptIn(await answer(grace, oneRight, { key }).expect(202));
    const again = receiptIn(await answer(grace, oneRight, { key }).expect(202));
    expect(again).toEqual(first);
    expect((await opened(grace, first.id)).score).toBe(0.3333);
  });

  it.each([
    ['an unknown question', { nope: ['a'] }, 'answers "nope", which is no question'],
    ['an unknown letter', { one: ['f'] }, 'chooses "f" in "one"'],
    ['what is no answers file', ['a'], 'must be JSON such as'],
    [
      'nothing answered',
      {},
      'leaves open: question 1 (one), question 2 (two), question 3 (three). Answer every',
    ],
    ['a question left open', { one: ['b'], two: [], three: ['a'] }, 'leaves open: question 2 (two).'],
  ])('refuses %s in a sentence', async (_, answers, sentence) => {
    const response = await answer(await api.as('linus'), answers).expect(422);
    expect(problemIn(response)).toMatchObject({
      code: 'invalid-files',
      detail: expect.stringContaining(sentence) as unknown,
    });
  });

  it('can not be run', async () => {
    const response = await answer(await api.as('linus'), {}, { kind: 'run' }).expect(422);
    expect(problemIn(response).detail).toContain('nothing to run');
  });

  it('keeps its explanations from those who may not see the submission', async () => {
    const { id } = receiptIn(await answer(await api.as('ada'), oneRight).expect(202));
    await (await api.as('linus')).get(`/api/submissions/${id}`).expect(404);
  });
});

describe('answering a quiz again', () => {
  const quizOf = async (agent: Agent) =>
    exerciseViewSchema.parse((await agent.get('/api/exercises/opening-quiz').expect(200)).body);
  let linus: Agent;
  beforeAll(async () => {
    linus = await api.as('linus');
  });

  it('with what was read in the explanations is a retry, and moves no grade', async () => {
    const first = receiptIn(await answer(linus, oneRight).expect(202));
    const retry = receiptIn(await answer(linus, allRight).expect(202));
    expect(await opened(linus, first.id)).toMatchObject({ retry: false, score: 0.3333 });
    expect(await opened(linus, retry.id)).toMatchObject({ retry: true, score: 1 });
    const quiz = await quizOf(linus);
    expect(quiz.standing).toEqual({ attempts: 1, bestScore: 0.3333, points: 2 });
    expect(quiz.submissions.map(({ id, retry: marked }) => [id, marked])).toEqual([
      [retry.id, true],
      [first.id, false],
    ]);
  });

  it('60 times at once is not taken 60 times, and moves no grade', async () => {
    const trainer = await api.as('trainer');
    const answers = await Promise.all(Array.from({ length: 60 }, () => answer(trainer, allRight)));
    const taken = answers.filter(({ status }) => status === 202);
    expect(taken).toHaveLength(mostInAMinute);
    for (const refused of answers.filter(({ status }) => status !== 202))
      expect(problemIn(refused)).toMatchObject({
        code: 'too-many-requests',
        detail: expect.stringContaining('Wait a minute') as unknown,
      });
  });
});
