import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { channels, submissionViewSchema, type UserId, userIdSchema } from '@lakeproof/contracts';
import { progressView } from '@lakeproof/grading';
import { Redis } from 'ioredis';
import { type ApiUnderTest, type DemoPerson, specRedisUrl, startApi } from '../../testing/api-under-test.js';
import { eventually } from '../../testing/eventually.js';
import { newSession, openEvents, openEventsIn } from '../../testing/event-stream.js';
import { claimed, settled, someProgress, someVerdict } from '../../testing/grading.js';
import { submitted } from '../../testing/submit.js';
import { streamsPerPerson, Watchers } from './watchers.js';

let api: ApiUnderTest;
let worker: Redis;
beforeAll(async () => {
  api = await startApi();
  worker = new Redis(specRedisUrl());
});
afterAll(async () => {
  worker.disconnect();
  await api.close();
});

const submittedBy = async (name: DemoPerson) => submitted(await api.as(name));
const nudge = (id: string) => worker.publish(channels.changed, id);
const states = (events: readonly { data: Readonly<Record<string, unknown>> }[]) =>
  events.map(({ data }) => data.state).filter((state) => state !== undefined);

describe('who watches a submission', () => {
  it('sees it from the queue to its end, and the stream ends', async () => {
    const id = await submittedBy('ada');
    const events = await openEvents(api, 'ada', id);
    const first = await events.until(({ type }) => type === 'state');
    expect(first).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      data: { type: 'state', state: 'queued' },
    });
    const held = await claimed(api, id);
    await nudge(id);
    await events.until(({ data }) => data.state === 'running');
    await worker.publish(channels.progress, JSON.stringify(someProgress(id)));
    const progress = await events.until(({ type }) => type === 'progress');
    expect(JSON.stringify(progress)).not.toMatch(/late-orders-lost|the line with the bug/);
    expect(progress.data).toMatchObject({
      phase: 'running',
      variantsDone: 1,
      cells: [{ variant: 'bug-2', outcome: 'failed' }],
    });
    await settled(api, held, someVerdict);
    await nudge(id);
    await events.ended;
    expect(states(events.events)).toEqual(['queued', 'running', 'graded']);
    expect(new Set(events.events.filter(({ type }) => type === 'state').map((event) => event.id)).size).toBe(
      3,
    );
  });

  it('learns of a change although its nudge was lost', async () => {
    const id = await submittedBy('ada');
    const events = await openEvents(api, 'ada', id);
    await events.until(({ data }) => data.state === 'queued');
    await claimed(api, id);
    await events.until(({ data }) => data.state === 'running');
    events.close();
  });

  it('resumes after a break without missing a change', async () => {
    const id = await submittedBy('grace');
    const before = await openEvents(api, 'grace', id);
    const seen = await before.until(({ data }) => data.state === 'queued');
    before.close();
    await settled(api, await claimed(api, id), someVerdict);
    const after = await openEvents(api, 'grace', id, seen.id);
    await after.ended;
    expect(states(after.events)).toEqual(['running', 'graded']);
  });

  it('is told the end again when it has ended before, and when the last id is nonsense', async () => {
    const id = await submittedBy('grace');
    await settled(api, await claimed(api, id), someVerdict);
    const once = await openEvents(api, 'grace', id);
    await once.ended;
    expect(states(once.events)).toEqual(['graded']);
    for (const last of [once.events[0]?.id, "1'; DROP TABLE submission"]) {
      const again = await openEvents(api, 'grace', id, last);
      await again.ended;
      expect(again.events).toEqual(once.events);
    }
  });

  it('sees its place in the queue move', async () => {
    const first = await submittedBy('grace');
    const second = await submittedBy('linus');
    const events = await openEvents(api, 'linus', second);
    const place = Number((await events.until(({ type }) => type === 'state')).data.position);
    expect(place).toBeGreaterThan(0);
    await claimed(api, first);
    await events.until(({ data }) => Number(data.position) === place - 1);
    events.close();
  });

  it('is forgotten once gone', async () => {
    const watchers = api.app.get(Watchers);
    const id = await submittedBy('linus');
    await eventually('nobody watches', () => watchers.count === 0);
    const events = await openEvents(api, 'linus', id);
    await events.until(({ type }) => type === 'state');
    expect(watchers.count).toBe(1);
    events.close();
    await eventually('nobody watches', () => watchers.count === 0);
  });
});

describe('one person', () => {
  it('holds so many streams open and no more, whatever others do', async () => {
    const watchers = api.app.get(Watchers);
    await eventually('nobody watches', () => watchers.count === 0);
    const [ada, grace] = [userIdSchema.parse(crypto.randomUUID()), userIdSchema.parse(crypto.randomUUID())];
    const id = await submittedBy('ada');
    const open = (viewer: UserId) =>
      watchers
        .watch({ user: viewer, session: 'any' }, id, undefined, (progress) =>
          progressView(progress, [], { role: 'participant' }),
        )
        .subscribe();
    const streams = Array.from({ length: streamsPerPerson }, () => open(ada));
    expect(() => open(ada)).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
    streams.push(open(grace));
    for (const stream of streams) stream.unsubscribe();
    open(ada).unsubscribe();
  });
});

describe('a verdict', () => {
  it('names survivors to the trainer and not to the participant', async () => {
    const id = await submittedBy('linus');
    await settled(api, await claimed(api, id), someVerdict);
    const own = await (await api.as('linus')).get(`/api/submissions/${id}`).expect(200);
    expect(submissionViewSchema.parse(own.body)).toMatchObject({
      state: 'graded',
      score: 0.5,
      verdict: { points: 5 },
    });
    expect(own.text).not.toContain('late-orders-lost');
    expect(own.text).toContain('null-status-lost');
    const trainers = await (await api.as('trainer')).get(`/api/submissions/${id}`).expect(200);
    expect(trainers.text).toContain('late-orders-lost');
  });
});

describe('a submission that can not be read for a reason nobody foresaw', () => {
  it('is logged with its stack, while its viewer waits', async () => {
    const id = await submittedBy('linus');
    const events = await openEvents(api, 'linus', id);
    await events.until(({ type }) => type === 'state');
    const rename = (from: string, to: string) =>
      api.database.dataSource.query(`ALTER TABLE ${from} RENAME TO ${to}`);
    await rename('outbox_event', 'elsewhere');
    await nudge(id);
    await eventually('a line in the log', () =>
      api.logged.some((line) => line.includes('could not be watched') && line.includes('QueryFailedError')),
    );
    await rename('elsewhere', 'outbox_event');
    events.close();
  });
});

describe('signing out', () => {
  it('ends all streams of the session, on every process of the API, and no other one', async () => {
    const other = await startApi({ databaseUrl: api.database.url });
    try {
      const id = await submittedBy('trainer');
      const session = await newSession(api, 'trainer');
      const ending = [
        await openEventsIn(session, api, id),
        await openEventsIn(session, api, id),
        await openEventsIn(session, other, id),
      ];
      const staying = [await openEvents(api, 'trainer', id), await openEvents(other, 'trainer', id)];
      for (const events of [...ending, ...staying]) await events.until(({ type }) => type === 'state');
      const left = await fetch(`${api.url}/api/session`, { method: 'DELETE', headers: { Cookie: session } });
      expect(left.status).toBe(204);
      await Promise.all(ending.map((events) => events.ended));
      await claimed(api, id);
      await nudge(id);
      for (const events of staying) {
        await events.until(({ data }) => data.state === 'running');
        events.close();
      }
      for (const events of ending) expect(states(events.events)).toEqual(['queued']);
    } finally {
      await other.close();
    }
  });

  it('counts also when a session ends by itself', async () => {
    const id = await submittedBy('linus');
    const events = await openEvents(api, 'linus', id);
    await events.until(({ type }) => type === 'state');
    await api.database.dataSource.query(`UPDATE session SET expire = now() - interval '1 second'`);
    await events.ended;
  });
});

describe('stopping the API', () => {
  it('ends open streams, so that viewers come back elsewhere', async () => {
    const other = await startApi();
    const events = await openEvents(other, 'ada', await submitted(await other.as('ada')));
    await events.until(({ type }) => type === 'state');
    await Promise.all([other.close(), events.ended]);
  });
});
