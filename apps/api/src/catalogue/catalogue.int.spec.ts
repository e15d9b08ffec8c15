import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CurriculumView, curriculumViewSchema, exerciseViewSchema } from '@lakeproof/contracts';
import type { Agent } from 'supertest';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { problemIn, receiptIn } from '../testing/bodies.js';
import { claimed, settled, someVerdict } from '../testing/grading.js';
import { goodBody, submit, submitted } from '../testing/submit.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const curriculumOf = async (agent: Agent): Promise<CurriculumView> =>
  curriculumViewSchema.parse((await agent.get('/api/curriculum').expect(200)).body);

describe('the curriculum', () => {
  it('shows the days with their exercises', async () => {
    const { workshop, days } = await curriculumOf(await api.as('ada'));
    expect(workshop).toEqual({ title: 'Trust your pipelines', trainer: 'Bartosz Konieczny' });
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({ slug: 'day-1-unit-tests', title: 'Unit tests for PySpark' });
    expect(days[0]?.introHtml).toContain('<strong>rows</strong>');
    expect(days[0]?.exercises).toMatchObject([
      { slug: 'clean-orders', bugs: 5, correctVersions: 3 },
      { slug: 'opening-quiz', mode: 'quiz', questionCount: 3 },
    ]);
  });

  it('names exercises that could not be loaded to trainers only', async () => {
    const participants = await curriculumOf(await api.as('ada'));
    expect(participants.days[0]?.unavailable).toEqual([]);
    const trainers = await curriculumOf(await api.as('trainer'));
    expect(trainers.days[0]?.unavailable).toMatchObject([{ slug: 'broken-one' }]);
    expect(trainers.days[0]?.unavailable[0]?.problem).toContain('broken-one');
  });

  it('shows own standings, and nobody shows those of others', async () => {
    const grace = await api.as('grace');
    await settled(api, await claimed(api, await submitted(grace)), someVerdict);
    const standing = async (agent: Agent) => (await curriculumOf(agent)).days[0]?.exercises[0]?.standing;
    expect(await standing(grace)).toEqual({ attempts: 1, bestScore: 0.5, points: 5 });
    expect(await standing(await api.as('linus'))).toEqual({ attempts: 0, bestScore: null, points: null });
    expect(await standing(await api.as('admin'))).toEqual({ attempts: 0, bestScore: null, points: null });
  });

  it('is refused for a cohort in which one does not learn', async () => {
    const agent = await api.as('ada');
    const foreign = await agent.get(`/api/curriculum?cohort=${crypto.randomUUID()}`).expect(403);
    expect(problemIn(foreign)).toMatchObject({ code: 'no-enrolment' });
    const nonsense = await agent.get('/api/curriculum?cohort=nimbus').expect(422);
    expect(problemIn(nonsense)).toMatchObject({ code: 'invalid-request' });
  });
});

describe('an exercise', () => {
  it('shows what to read and what to start from, and own submissions, newest first', async () => {
    const linus = await api.as('linus');
    const older = await submitted(linus);
    const newer = receiptIn(await submit(linus, { ...goodBody, kind: 'run' }).expect(202)).id;
    const exercise = exerciseViewSchema.parse(
      (await linus.get('/api/exercises/clean-orders').expect(200)).body,
    );
    expect(exercise).toMatchObject({
      title: 'Clean the orders',
      day: { slug: 'day-1-unit-tests' },
      visibleFiles: [{ path: 'pipeline.py' }],
      starterFiles: [{ path: 'test_orders.py' }],
    });
    expect(exercise.instructionsHtml).toContain('<code>clean</code>');
    expect(exercise.submissions.map(({ id }) => id)).toEqual([newer, older]);
  });

  it('gives away no bug', async () => {
    const { text } = await (await api.as('ada')).get('/api/exercises/clean-orders').expect(200);
    expect(text).not.toMatch(/null-status-lost|Orders without a status vanish|Finance missed|ansi/);
  });

  it.each([
    ['no-such', 404, 'not-found'],
    ['Not a slug', 404, 'not-found'],
    ['broken-one', 409, 'exercise-unavailable'],
  ])('is not opened as %s', async (slug, status, code) => {
    const response = await (
      await api.as('ada')
    )
      .get(`/api/exercises/${encodeURIComponent(slug)}`)
      .expect(status);
    expect(problemIn(response)).toMatchObject({ code });
  });
});
