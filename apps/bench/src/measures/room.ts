import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { percentile } from '../statistics.js';
import type { Bench, Measure } from './bench.js';

const server = process.env.BENCH_SERVER ?? 'http://localhost:4300';
const people = ['ada', 'grace', 'linus'].map((name) => `${name}@lakeproof.test`);
const password = process.env.BENCH_PASSWORD ?? 'lakeproof-demo';
const participants = 10;
const slug = 'clean-orders';
const seconds = 30;
const pauseMs = 500;

const starterSchema = z.object({
  starterFiles: z.array(z.object({ path: z.string(), content: z.string() })),
});
const receiptSchema = z.object({ id: z.string() });

/**
 * Ten participants at once on a server that runs: each looks at the curriculum, the exercise and a
 * submission twice a second and has their events open, while submissions are graded.
 */
export const fullRoom = (bench: Bench): Measure => ({
  name: 'room',
  title: `the API with ${participants} participants`,
  async round(round) {
    if (round > 0) return;
    const times: number[] = [];
    let failures = 0;
    const timed: Timed = async (request) => {
      const began = performance.now();
      const response = await request();
      await response.arrayBuffer();
      times.push(performance.now() - began);
      if (!response.ok) failures += 1;
    };
    // One sign-in for each person of the demo cohort: sign-ins are throttled, and are not what is measured.
    const cookies = await Promise.all(people.map(signIn));
    const submissions = await Promise.all(cookies.map(submit));
    await Promise.all(
      Array.from({ length: participants }, (_, n) => {
        const who = n % people.length;
        return participate(cookies[who] ?? '', submissions[who] ?? '', timed);
      }),
    );
    const [p50Ms, p95Ms] = [percentile(times, 0.5), percentile(times, 0.95)];
    bench.gathered.add('room', { p50Ms, p95Ms, requests: times.length, failures });
  },
});

type Timed = (request: () => Promise<Response>) => Promise<void>;

async function participate(cookie: string, submission: string, timed: Timed): Promise<void> {
  const leaving = new AbortController();
  const events = follow(cookie, leaving.signal);
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    for (const path of ['curriculum', `exercises/${slug}`, `submissions/${submission}`])
      await timed(() => get(path, cookie));
    await sleep(pauseMs);
  }
  leaving.abort();
  await events;
}

/** Holds an event stream open, as a page with a submission under way does. */
async function follow(cookie: string, signal: AbortSignal): Promise<void> {
  try {
    const response = await get('events', cookie, signal);
    await response.text();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

const get = (path: string, cookie: string, signal?: AbortSignal) =>
  fetch(`${server}/api/${path}`, { headers: { cookie }, ...(signal ? { signal } : {}) });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function signIn(email: string): Promise<string> {
  const response = await post('session', { email, password });
  if (!response.ok) throw new Error(`${server} lets nobody in as ${email}: ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function submit(cookie: string): Promise<string> {
  const { starterFiles } = starterSchema.parse(await (await get(`exercises/${slug}`, cookie)).json());
  const headers = { cookie, 'idempotency-key': randomUUID() };
  const response = await post(
    `exercises/${slug}/submissions`,
    { kind: 'submit', files: starterFiles },
    headers,
  );
  return receiptSchema.parse(await response.json()).id;
}
