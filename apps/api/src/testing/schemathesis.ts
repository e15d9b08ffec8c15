import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { meSchema, type SubmissionId, submissionReceiptSchema } from '@lakeproof/contracts';
import { type ApiProcess, startApiProcess } from './api-process.js';
import { newSession } from './event-stream.js';
import { claimed, settled, someVerdict } from './grading.js';
import { file } from './submit.js';

/**
 * Checks the API against its own description with schemathesis, as everybody who may ask; ends as pytest does.
 * The first argument is the Python that has it.
 */
const [python = 'python3'] = process.argv.slice(2);
const folder = resolve(import.meta.dirname, '../../schemathesis');

const roles = { 'not signed in': undefined, participant: 'ada', trainer: 'trainer', admin: 'admin' } as const;

const api = await startApiProcess(512);
try {
  process.exitCode = await pytest(await sessionsOf(api), await knownOf(api));
} finally {
  await api.end();
}

/** Two sessions of each role: the second is for the addresses that end one. */
async function sessionsOf({ url }: ApiProcess): Promise<Record<string, string[]>> {
  const sessions = Object.entries(roles).map(async ([role, name]): Promise<[string, string[]]> => {
    if (name === undefined) return [role, ['', '']];
    return [role, [await newSession({ url }, name), await newSession({ url }, name)]];
  });
  return Object.fromEntries(await Promise.all(sessions));
}

/** By the name of a path's parameter, values that name something: settled submissions among them. */
async function knownOf({ url, database }: ApiProcess): Promise<Record<string, string[]>> {
  const cookie = await newSession({ url }, 'ada');
  const me = meSchema.parse(await (await fetch(`${url}/api/me`, { headers: { Cookie: cookie } })).json());
  const submitted = async (slug: string, path: string, content: string): Promise<SubmissionId> => {
    const response = await fetch(`${url}/api/exercises/${slug}/submissions`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({ kind: 'submit', files: [file(path, content)] }),
    });
    return submissionReceiptSchema.parse(await response.json()).id;
  };
  const graded = await submitted('clean-orders', 'test_orders.py', 'def test(): pass\n');
  await settled({ database }, await claimed({ database }, graded), someVerdict);
  const answered = await submitted(
    'opening-quiz',
    'answers.json',
    '{"one":["b"],"two":["a","c"],"three":["a"]}',
  );
  return {
    id: [graded, answered, ...me.enrolments.map(({ cohort }) => cohort.id)],
    slug: [
      'clean-orders',
      'opening-quiz',
      'broken-one',
      'nulls',
      'rpc-in-spark',
      'glossary',
      'pyspark-project',
    ],
    day: ['day-1-unit-tests'],
    key: ['bug-2'],
    cohort: me.enrolments.map(({ cohort }) => cohort.id),
  };
}

async function pytest(sessions: Record<string, string[]>, known: Record<string, string[]>): Promise<number> {
  const child = spawn(python, ['-B', '-m', 'pytest', '-q', '-p', 'no:cacheprovider', folder], {
    env: {
      ...process.env,
      API_UNDER_TEST: api.url,
      SESSIONS: JSON.stringify(sessions),
      KNOWN: JSON.stringify(known),
    },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
