import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openedHintsSchema, submissionViewSchema } from '@lakeproof/contracts';
import type { Agent } from 'supertest';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { problemIn } from '../testing/bodies.js';
import { claimed, settled, someVerdict } from '../testing/grading.js';
import { submitted } from '../testing/submit.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

/** A graded submission: bug 1 was caught, bug 2 survived. */
async function graded(agent: Agent): Promise<string> {
  const id = await submitted(agent);
  await settled(api, await claimed(api, id), someVerdict);
  return id;
}
const open = (agent: Agent, id: string, key: string, level: number) =>
  agent.post(`/api/submissions/${id}/bugs/${key}/hints`).send({ level });
const hintsIn = async (agent: Agent, id: string) =>
  submissionViewSchema
    .parse((await agent.get(`/api/submissions/${id}`).expect(200)).body)
    .verdict?.variants.find(({ key }) => key === 'bug-2')?.hints;

describe('a hint on a survivor', () => {
  it('is nowhere before it is asked for, comes level by level, and is there after a reload', async () => {
    const ada = await api.as('ada');
    const id = await graded(ada);
    expect(await hintsIn(ada, id)).toEqual([]);
    const first = openedHintsSchema.parse((await open(ada, id, 'bug-2', 1).expect(200)).body);
    expect(first).toMatchObject({ key: 'bug-2', hintLevels: 3 });
    expect(first.hints).toHaveLength(1);
    expect(await hintsIn(ada, id)).toEqual(first.hints);
    const second = openedHintsSchema.parse((await open(ada, id, 'bug-2', 2).expect(200)).body);
    expect(second.hints).toHaveLength(2);
    expect((await open(ada, id, 'bug-2', 2).expect(200)).body).toEqual(second);
    expect(await hintsIn(ada, await graded(ada))).toEqual(second.hints);
  });

  it('gives away nothing of who the bug is', async () => {
    const ada = await api.as('ada');
    const { text } = await open(ada, await graded(ada), 'bug-2', 1).expect(200);
    expect(text).not.toContain('late-orders-lost');
  });

  it.each([
    ['a level too early', 'bug-2', 3, 422, 'invalid-request'],
    ['a level there is not', 'bug-2', 4, 422, 'invalid-request'],
    ['a bug that was caught', 'bug-1', 1, 404, 'not-found'],
    ['a bug there is not', 'bug-9', 1, 404, 'not-found'],
    ['a bug by its name', 'late-orders-lost', 1, 404, 'not-found'],
  ])('is refused for %s', async (_, key, level, status, code) => {
    const grace = await api.as('grace');
    const response = await open(grace, await graded(grace), key, level).expect(status);
    expect(problemIn(response)).toMatchObject({ code });
  });

  it('is refused to everybody but the author and the trainer', async () => {
    const id = await graded(await api.as('grace'));
    await open(await api.as('linus'), id, 'bug-2', 1).expect(404);
    await open(await api.as('admin'), id, 'bug-2', 1).expect(403);
  });

  it('is read by a trainer without being counted for the participant', async () => {
    const linus = await api.as('linus');
    const id = await graded(linus);
    await open(await api.as('trainer'), id, 'bug-2', 3).expect(200);
    expect(await hintsIn(linus, id)).toEqual([]);
  });
});
