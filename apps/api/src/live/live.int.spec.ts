import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { channels, submissionViewSchema, type UserId, userIdSchema } from '@lakeproof/contracts';
import { Redis } from 'ioredis';
import { type ApiUnderTest, type DemoPerson, specRedisUrl, startApi } from '../testing/api-under-test.js';
import { eventually } from '../testing/eventually.js';
import {
  type EventStream,
  newSession,
  openEvents,
  openEventsIn,
  type ReceivedEvent,
} from '../testing/event-stream.js';
import { claimed, settled, someProgress, someVerdict } from '../testing/grading.js';
import { submitted } from '../testing/submit.js';
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
const about = (id: string, { data }: ReceivedEvent) => data.submission === id;
const stateOf = (id: string, state: string) => (event: ReceivedEvent) =>
  about(id, event) && event.data.state === state;
/** The states that were told of a submission, those that differ. */
const states = (id: string, { events }: Pick<EventStream, 'events'>) =>
  events
    .filter((event) => event.type === 'state' && about(id, event))
    .map(({ data }) => data.state)
    .filter((state, n, all) => state !== all[n - 1]);

describe('who listens', () => {
  it('is told of a submission from the queue to its end', async () => {
    const events = await openEvents(api, 'ada');
    expect(await events.until(() => true)).toMatchObject({
      type: 'start-over',
      data: { type: 'start-over' },
    });
    const id = await submittedBy('ada');
    const first = await events.until(stateOf(id, 'queued'));
    expect(first).toMatchObject({
      id: expect.stringMatching(/^\d+-\d+$/),
      data: { type: 'state', again: false },
    });
    const held = await claimed(api, id);
    await nudge(id);
    await events.until(stateOf(id, 'running'));
    await worker.publish(channels.progress, JSON.stringify(someProgress(id)));
    const progress = await events.until(({ type }) => type === 'progress');
    expect(JSON.stringify(progress)).not.toMatch(/late-orders-lost|the line with the bug/);
    expect(progress.data).toMatchObject({
      submission: id,
      phase: 'running',
      variantsDone: 1,
      cells: [{ variant: 'bug-2', outcome: 'failed' }],
    });
    await settled(api, held, someVerdict);
    await nudge(id);
    await events.until(stateOf(id, 'graded'));
    expect(states(id, events)).toEqual(['queued', 'running', 'graded']);
    events.close();
  });

  it('is told of their own submissions, and of no other', async () => {
    const [mine, theirs] = [await submittedBy('linus'), await submittedBy('grace')];
    const events = await openEvents(api, 'linus');
    await events.until(stateOf(mine, 'queued'));
    for (const id of [theirs, mine]) {
      const held = await claimed(api, id);
      await nudge(id);
      await worker.publish(channels.progress, JSON.stringify(someProgress(id)));
      await settled(api, held, someVerdict);
      await nudge(id);
    }
    await events.until(stateOf(mine, 'graded'));
    expect(JSON.stringify(events.events)).not.toContain(theirs);
    events.close();
  });

  it('as a trainer is told what a test said on a bug', async () => {
    const id = await submittedBy('trainer');
    const events = await openEvents(api, 'trainer');
    await events.until(stateOf(id, 'queued'));
    const held = await claimed(api, id);
    await nudge(id);
    await events.until(stateOf(id, 'running'));
    await worker.publish(channels.progress, JSON.stringify(someProgress(id)));
    expect(JSON.stringify(await events.until(({ type }) => type === 'progress'))).toContain(
      'the line with the bug',
    );
    await settled(api, held, someVerdict);
    events.close();
  });

  it('learns of a change although its nudge was lost', async () => {
    const id = await submittedBy('ada');
    const events = await openEvents(api, 'ada');
    await events.until(stateOf(id, 'queued'));
    const held = await claimed(api, id);
    await events.until(stateOf(id, 'running'));
    await settled(api, held, someVerdict);
    events.close();
  });

  it('resumes after a break without missing a change', async () => {
    const before = await openEvents(api, 'grace');
    const id = await submittedBy('grace');
    const seen = await before.until(stateOf(id, 'queued'));
    before.close();
    await settled(api, await claimed(api, id), someVerdict);
    const after = await openEvents(api, 'grace', seen.id);
    await after.until(stateOf(id, 'graded'));
    expect(states(id, after)).toEqual(['running', 'graded']);
    expect(after.events.map(({ type }) => type)).not.toContain('start-over');
    after.close();
  });

  it.each([
    ['nonsense', "1'; DROP TABLE submission"],
    ['of the time before', '17'],
    ['of another database', '999999999999-1'],
    ['swept since', '1-1'],
  ])('starts over when the last id is %s', async (_, last) => {
    const id = await submittedBy('grace');
    const events = await openEvents(api, 'grace', last);
    await events.until(stateOf(id, 'queued'));
    expect(events.events[0]?.type).toBe('start-over');
    events.close();
    await settled(api, await claimed(api, id), someVerdict);
  });

  it('sees the place in the queue move', async () => {
    const first = await submittedBy('grace');
    const second = await submittedBy('linus');
    const events = await openEvents(api, 'linus');
    const place = Number((await events.until(stateOf(second, 'queued'))).data.position);
    expect(place).toBeGreaterThan(0);
    const held = await claimed(api, first);
    await events.until((event) => about(second, event) && Number(event.data.position) === place - 1);
    events.close();
    await settled(api, held, someVerdict);
    await settled(api, await claimed(api, second), someVerdict);
  });

  it('is forgotten once gone', async () => {
    const watchers = api.app.get(Watchers);
    await eventually('nobody listens', () => watchers.count === 0);
    const events = await openEvents(api, 'linus');
    await events.until(({ type }) => type === 'start-over');
    expect(watchers.count).toBe(1);
    events.close();
    await eventually('nobody listens', () => watchers.count === 0);
  });
});

describe('one person', () => {
  it('holds so many streams open and no more, whatever others do', async () => {
    const watchers = api.app.get(Watchers);
    await eventually('nobody listens', () => watchers.count === 0);
    const [ada, grace] = [userIdSchema.parse(crypto.randomUUID()), userIdSchema.parse(crypto.randomUUID())];
    const open = (user: UserId) => watchers.watch({ user, session: 'any' }, undefined).subscribe();
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

describe('events that can not be read for a reason nobody foresaw', () => {
  it('are logged with their stack, while their viewer waits', async () => {
    const id = await submittedBy('linus');
    const events = await openEvents(api, 'linus');
    await events.until(stateOf(id, 'queued'));
    const rename = (from: string, to: string) =>
      api.database.dataSource.query(`ALTER TABLE ${from} RENAME TO ${to}`);
    await rename('cohort_event', 'elsewhere');
    await nudge(id);
    await eventually('a line in the log', () =>
      api.logged.some((line) => line.includes('could not be read') && line.includes('QueryFailedError')),
    );
    await rename('elsewhere', 'cohort_event');
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
        await openEventsIn(session, api),
        await openEventsIn(session, api),
        await openEventsIn(session, other),
      ];
      const staying = [await openEvents(api, 'trainer'), await openEvents(other, 'trainer')];
      for (const events of [...ending, ...staying]) await events.until(stateOf(id, 'queued'));
      const left = await fetch(`${api.url}/api/session`, { method: 'DELETE', headers: { Cookie: session } });
      expect(left.status).toBe(204);
      await Promise.all(ending.map((events) => events.ended));
      await claimed(api, id);
      await nudge(id);
      for (const events of staying) {
        await events.until(stateOf(id, 'running'));
        events.close();
      }
      for (const events of ending) expect(states(id, events)).toEqual(['queued']);
    } finally {
      await other.close();
    }
  });

  it('counts also when a session ends by itself', async () => {
    const events = await openEvents(api, 'linus');
    await events.until(({ type }) => type === 'start-over');
    await api.database.dataSource.query(`UPDATE session SET expire = now() - interval '1 second'`);
    await events.ended;
  });
});

describe('stopping the API', () => {
  it('ends open streams, so that viewers come back elsewhere', async () => {
    const other = await startApi();
    const events = await openEvents(other, 'ada');
    await events.until(({ type }) => type === 'start-over');
    await Promise.all([other.close(), events.ended]);
  });
});
