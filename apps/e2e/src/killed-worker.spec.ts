import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { submissionReceiptSchema, submissionViewSchema, type SubmissionView } from '@lakeproof/contracts';
import { cleanOrders } from './exercise.js';
import { startStack, type Stack } from './stack.js';

jest.setTimeout(300_000);

/** Milliseconds within which people are told. */
const promised = 10_000;

describe('when the only worker is killed while it grades', () => {
  let stack: Stack;
  let cookie: string;
  let id: string;

  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${stack.url}/api/${path}`, {
      ...init,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    });
  const post = (path: string, body: unknown) => call(path, { method: 'POST', body: JSON.stringify(body) });

  /** The submission, once it is as wanted. */
  async function submission(
    what: string,
    within: number,
    wanted: (view: SubmissionView) => boolean,
  ): Promise<SubmissionView> {
    const deadline = performance.now() + within;
    for (;;) {
      const view = submissionViewSchema.parse(await (await call(`submissions/${id}`)).json());
      if (wanted(view)) return view;
      if (performance.now() > deadline)
        throw new Error(`not ${what} within ${within} ms, but ${view.state}: see .data/log/e2e-*.log`);
      await pause(100);
    }
  }

  beforeAll(async () => {
    cookie = '';
    stack = await startStack();
    const signedIn = await post('session', { email: 'ada@lakeproof.test', password: 'lakeproof-demo' });
    cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const files = [{ path: cleanOrders.file, content: await cleanOrders.written('solution') }];
    const sent = await post('exercises/clean-orders/submissions', { kind: 'run', files });
    ({ id } = submissionReceiptSchema.parse(await sent.json()));
  });
  afterAll(() => stack.stop());

  it('its learner and the health report say so within ten seconds', async () => {
    await submission('running', 60_000, ({ state }) => state === 'running');
    await stack.killWorker();
    const { again } = await submission('queued again', promised, ({ state }) => state === 'queued');
    expect(again).toBe(true);
    const health = await call('health');
    expect(health.status).toBe(503);
    expect(await health.text()).toContain('No worker shows that it lives.');
  });

  it('it is graded by the next one, in its second try', async () => {
    await stack.startWorker();
    const { state } = await submission('graded', 240_000, (view) => view.verdict !== null);
    expect(state).toBe('graded');
  });
});
