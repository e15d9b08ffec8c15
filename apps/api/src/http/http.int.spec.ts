import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { demoPassword } from '@lakeproof/persistence';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { problemIn } from '../testing/bodies.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

describe('an unknown address', () => {
  it('under /api is a problem', async () => {
    for (const path of ['/api', '/api/nothing', '/api/exercises']) {
      const response = await request(api.url).get(path).expect(404);
      expect(problemIn(response)).toMatchObject({ code: 'not-found', status: 404 });
    }
  });

  it('elsewhere is a page of the web app, which is asked for again each time', async () => {
    const response = await request(api.url).get('/learn/day-1-unit-tests/clean-orders').expect(200);
    expect(response.headers['content-type']).toMatch(/^text\/html/);
    expect(response.headers['cache-control']).toBe('no-cache');
    expect(response.text).toContain('<title>Lakeproof</title>');
  });

  it('of an asset is not found, rather than a page that a browser would run as a script', async () => {
    await request(api.url).get('/assets/index-gone.js').expect(404);
    await request(api.url).get('/favicon.ico').expect(404);
  });
});

describe('the web app', () => {
  it('has assets that are kept for good', async () => {
    const response = await request(api.url).get('/assets/index-3f2a.js').expect(200);
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('stays in its folder', async () => {
    const response = await request(api.url).get('/assets/..%2f..%2f..%2fpackage.json');
    expect([403, 404]).toContain(response.status);
  });
});

describe('every answer', () => {
  it('carries its id and headers that keep other sites out', async () => {
    const { headers } = await request(api.url).get('/').expect(200);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['content-security-policy']).toContain("default-src 'self';script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('is compressed where that helps', async () => {
    const response = await request(api.url)
      .get('/api/openapi.json')
      .set('Accept-Encoding', 'gzip')
      .expect(200);
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(response.body).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('an answer that depends on who asks', () => {
  it.each([
    '/api/me',
    '/api/curriculum',
    '/api/exercises/clean-orders',
    '/api/days/day-1-unit-tests/lessons/nulls',
    '/api/templates',
    '/api/templates/pyspark-project/archive',
    '/api/admin/health',
  ])('is kept nowhere: %s', async (path) => {
    const agent = await api.as('admin');
    expect((await agent.get(path).expect(200)).headers['cache-control']).toBe('no-store');
    expect((await request(api.url).get(path).expect(401)).headers['cache-control']).toBe('no-store');
  });

  it('is kept nowhere: signing in and out', async () => {
    const agent = await api.as();
    const credentials = { email: 'ada@lakeproof.test', password: demoPassword };
    expect((await agent.post('/api/session').send(credentials)).headers['cache-control']).toBe('no-store');
    expect((await agent.delete('/api/session')).headers['cache-control']).toBe('no-store');
  });

  it('is told from what everybody may read, of which errors alone are kept nowhere', async () => {
    const article = await request(api.url).get('/api/articles/rpc-in-spark').expect(200);
    expect(article.headers['cache-control']).toMatch(/^public, max-age=/);
    const missing = await request(api.url).get('/api/articles/none').expect(404);
    expect(missing.headers['cache-control']).toBe('no-store');
  });
});

describe('a body that can not be read', () => {
  it.each([
    ['broken JSON', '{"email": ', 422, 'invalid-request'],
    ['no object', '[]', 422, 'invalid-request'],
    ['more than 4 KiB for a login', JSON.stringify({ email: 'x'.repeat(4096) }), 413, 'too-large'],
  ])('is refused: %s', async (_, body, status, code) => {
    const response = await request(api.url).post('/api/session').type('json').send(body).expect(status);
    expect(problemIn(response)).toMatchObject({ code, status });
  });

  it('is told how much is taken', async () => {
    const body = JSON.stringify({ password: 'x'.repeat(4096) });
    const response = await request(api.url).post('/api/session').type('json').send(body).expect(413);
    expect(problemIn(response).detail).toContain('4,096 bytes');
  });

  it('is refused while it arrives, also when it does not say how long it is', async () => {
    const response = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: ReadableStream.from(Array.from({ length: 64 }, () => Buffer.alloc(64 * 1024, ' '))),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
  });

  it.each([
    ['has very many items', `{"files":[${'0,'.repeat(400_000)}0]}`, /more than 10,000 values/],
    ['has very many members', `{${'"a":0,'.repeat(200_000)}"b":0}`, /more than 10,000 values/],
    ['is very deep', `{"files":${'['.repeat(400_000)}`, /more than 16 deep/],
  ])('is refused before it is parsed when it %s', async (_, body, detail) => {
    const response = await request(api.url)
      .post('/api/exercises/clean-orders/submissions')
      .type('json')
      .send(body)
      .expect(422);
    expect(problemIn(response)).toMatchObject({
      code: 'invalid-request',
      detail: expect.stringMatching(detail),
    });
  });

  it.each([
    ['in UTF-16', { 'Content-Type': 'application/json; charset=utf-16' }, Buffer.from('{}', 'utf16le')],
    ['compressed', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, gzipSync('{}')],
  ])('is refused %s', async (_, headers, body) => {
    const response = await fetch(`${api.url}/api/session`, { method: 'POST', headers, body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('Send JSON as UTF-8') });
  });

  it('is refused in few words, whatever stands in it', async () => {
    const agent = await api.as('ada');
    const names = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`field-${String(n)}`, 0]));
    const response = await agent
      .post('/api/exercises/clean-orders/submissions')
      .set('Idempotency-Key', crypto.randomUUID())
      .send({ ...names, kind: 'k'.repeat(100_000), files: Array.from({ length: 32 }, () => names) })
      .expect(422);
    expect(response.text.length).toBeLessThan(20_000);
  });

  it('is refused as another type than JSON', async () => {
    const response = await request(api.url).post('/api/session').type('text').send('hello').expect(422);
    expect(problemIn(response)).toMatchObject({ code: 'invalid-request' });
  });
});
