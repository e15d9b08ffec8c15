import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { problemSchema } from '@lakeproof/contracts';
import { DiscoveryService } from '@nestjs/core';
import type { Router } from 'express';
import { openApiDocument } from '../openapi/document.js';
import { startApi } from '../testing/api-under-test.js';
import { goodBody } from '../testing/submit.js';
import { twoCohorts } from '../testing/two-cohorts.js';
import { policies } from './policies.js';
import { type Answer, capacities, type Capacity, type PolicyRow } from './policy-row.js';
import { type Route, routesOf } from './routes.js';

const api = await startApi();
const { sessions, ...cohorts } = await twoCohorts(api);
const { paths } = openApiDocument(api.app);
const all = routesOf(api.app.get(DiscoveryService, { strict: false }));
const guarded = all.flatMap((route) => {
  const row = rowOf(route);
  return row ? [{ ...route, row }] : [];
});
// Asked after all others, because signing out is one of them.
const open = all.filter(({ policy }) => policy === 'public');
afterAll(() => api.close());

type Where = keyof typeof cohorts;
const places = ['own', 'other'] as const satisfies readonly Where[];

/** What addresses name, besides cohorts and submissions. */
const known: Readonly<Record<string, string>> = {
  'exercises/:slug': 'exercises/clean-orders',
  'days/:day': 'days/day-1-unit-tests',
  'lessons/:slug': 'lessons/nulls',
  'templates/:slug': 'templates/pyspark-project',
  'articles/:slug': 'articles/rpc-in-spark',
  'reference/:slug': 'reference/glossary',
  'bugs/:key': 'bugs/bug-2',
};

async function ask(route: Route, where: Where | 'nowhere', session = '') {
  const about = rowOf(route)?.about;
  const id =
    where === 'nowhere' || !(about === 'cohort' || about === 'submission')
      ? randomUUID()
      : cohorts[where][about];
  const path = Object.entries(known).reduce((path, [name, value]) => path.replace(name, value), route.path);
  const cohort = where === 'nowhere' ? undefined : cohorts[where].cohort;
  const response = await fetch(`${api.url}/api${path.replace(':id', id)}`, {
    method: route.method,
    headers: { Cookie: session, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    ...(route.method !== 'GET' && {
      body: JSON.stringify(about === 'enrolment' ? { ...goodBody, cohort } : {}),
    }),
  });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const problem = isProblem ? problemSchema.parse(await response.json()) : undefined;
  // An event stream would go on.
  if (!isProblem) await response.body?.cancel();
  return { status: response.status, problem };
}

/** The cell of the table, read without the code that decides. */
function cell(row: PolicyRow, as: Capacity, where: Where): Answer | 'no' {
  if (as === 'author')
    return row.about === 'submission' && where === 'own' ? row.author : cell(row, 'participant', where);
  if (row.about === 'enrolment')
    return as === 'platformAdmin' || as === 'unenrolled' || where === 'other' ? 'no' : row[as];
  if (row.about === 'platform' || as === 'platformAdmin' || as === 'unenrolled') return row[as] as Answer;
  return row[as][where];
}

describe('the walk', () => {
  it('knows all routes that the server has', () => {
    const { router } = api.app.getHttpAdapter().getInstance() as { router: Router };
    const served = router.stack.flatMap(({ route }) =>
      (route?.stack ?? []).map(({ method }) => `${method.toUpperCase()} ${String(route?.path)}`),
    );
    expect(all.map(({ method, path }) => `${method} /api${path}`).sort()).toEqual(served.sort());
  });

  it('meets every action of the table', () => {
    expect(new Set(guarded.map(({ policy }) => policy))).toEqual(new Set(Object.keys(policies)));
  });
});

describe.each(guarded)('$method $path', ({ row, ...route }) => {
  it.each([...places, 'nowhere'] as const)('is closed to nobody, %s cohort', async (where) => {
    expect(await ask(route, where)).toMatchObject({ status: 401, problem: { code: 'not-signed-in' } });
  });

  it.each(capacities.flatMap((as) => places.map((where) => [as, where] as const)))(
    'answers %s as the table says, %s cohort',
    async (as, where) => {
      const answer = cell(row, as, where);
      const got = await ask(route, where, sessions[as]);
      if (answer === 'yes') expect([401, 403, 404, 500]).not.toContain(got.status);
      else if (answer === 'no') expect(got).toMatchObject({ status: 403, problem: { code: 'no-enrolment' } });
      else if (answer === 'hidden') {
        expect(got.status).toBe(404);
        expect(got).toEqual(await ask(route, 'nowhere', sessions[as]));
      } else expect(got).toMatchObject({ status: 403, problem: { code: 'forbidden', detail: answer.no } });
      expect(documented(route)).toContain(String(got.status));
    },
  );
});

describe.each(open)('$method $path, which is public', (route) => {
  it.each(['nobody', ...capacities] as const)('is open to %s', async (as) => {
    const { status } = await ask(route, 'own', as === 'nobody' ? '' : sessions[as]);
    expect([401, 403, 404, 500]).not.toContain(status);
    expect(documented(route)).toContain(String(status));
  });
});

function rowOf({ policy }: Route): PolicyRow | undefined {
  return policy === undefined || policy === 'public' ? undefined : policies[policy];
}

/** The statuses that the API's description has for a route. */
function documented({ method, path }: Route): string[] {
  const described = paths[`/api${path.replaceAll(/:(\w+)/g, '{$1}')}`];
  return Object.keys(described?.[method.toLowerCase() as 'get']?.responses ?? {});
}
