import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemSchema, submitBodySchema } from '@lakeproof/contracts';
import { z } from 'zod';
import { type ApiProcess, startApiProcess } from '../testing/api-process.js';
import { newSession } from '../testing/event-stream.js';
import { type HostileBody, HostileBodies, seeded } from '../testing/hostile-bodies.js';

const kinds = 10_000;
const atATime = 8;
/** A refusal is a few sentences, however long what it refuses. */
const longestProblem = 64 * 1024;

let api: ApiProcess;
let sessions: readonly string[];
beforeAll(async () => {
  api = await startApiProcess(256);
  sessions = ['', await newSession(api, 'ada'), await newSession(api, 'trainer')];
});
afterAll(async () => {
  await api.end();
});

const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const parameters: Readonly<Record<string, readonly string[]>> = {
  slug: ['clean-orders', 'opening-quiz', 'broken-one', 'no-such'],
  id: [crypto.randomUUID(), 'no-id'],
  key: ['bug-1', 'bug'],
};

/** Addresses that take a POST, with each value for what stands in braces. */
async function addresses(): Promise<string[]> {
  const document = documentSchema.parse(await (await fetch(`${api.url}/api/openapi.json`)).json());
  const filled = (path: string): string[] => {
    const [brace, name = ''] = /\{(\w+)\}/.exec(path) ?? [];
    if (brace === undefined) return [path];
    return (parameters[name] ?? ['x']).flatMap((value) => filled(path.replace(brace, value)));
  };
  return Object.entries(document.paths).flatMap(([path, methods]) => ('post' in methods ? filled(path) : []));
}

async function wrongAnswer(address: string, session: string, body: HostileBody): Promise<string | undefined> {
  const response = await fetch(`${api.url}${address}`, {
    method: 'POST',
    headers: {
      'Idempotency-Key': crypto.randomUUID(),
      ...(session && { Cookie: session }),
      ...(body.contentType !== undefined && { 'Content-Type': body.contentType }),
      ...(body.encoding !== undefined && { 'Content-Encoding': body.encoding }),
    },
    body: body.bytes,
  });
  const text = await response.text();
  const said = `${String(response.status)} ${text.slice(0, 300)}`;
  if (response.ok) return isSubmission(address, body) ? undefined : said;
  const type = response.headers.get('content-type') ?? '';
  const isProblem =
    type.startsWith('application/problem+json') && problemSchema.safeParse(JSON.parse(text)).success;
  const isRefused = response.status >= 400 && response.status < 500;
  return isRefused && isProblem && text.length < longestProblem ? undefined : said;
}

/** Chance also makes bodies that are as they must be, with a byte order mark or without: taking those is right. */
const isSubmission = (address: string, { bytes }: HostileBody) =>
  address.endsWith('/submissions') &&
  submitBodySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).success;

describe(`an API with a heap of 256 MiB`, () => {
  it(`answers ${String(kinds)} kinds of bodies on every address that takes one, and lives on`, async () => {
    const everywhere = await addresses();
    expect(everywhere).toContain('/api/session');
    const bodies = new HostileBodies(seeded(13));
    const wrong: string[] = [];
    let sent = 0;
    const send = async () => {
      while (sent < kinds && wrong.length < 10) {
        const n = sent++;
        const address = everywhere[n % everywhere.length] ?? '';
        const session = sessions[Math.floor(n / everywhere.length) % sessions.length] ?? '';
        const body = bodies.next();
        const answer = await wrongAnswer(address, session, body).catch((error: unknown) => String(error));
        if (answer !== undefined)
          wrong.push(
            `${address}, body ${String(n)} (${String(body.contentType)}, ${body.bytes.subarray(0, 80).toString()}): ${answer}`,
          );
      }
    };
    await Promise.all(Array.from({ length: atATime }, send));
    expect(wrong).toEqual([]);
    expect(api.isAlive).toBe(true);
    const asked = performance.now();
    // 503 is right: no worker runs here.
    expect([200, 503]).toContain((await fetch(`${api.url}/api/health`)).status);
    expect(performance.now() - asked).toBeLessThan(3000);
  }, 300_000);
});
