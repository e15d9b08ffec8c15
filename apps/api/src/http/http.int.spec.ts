import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
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

describe('a body that can not be read', () => {
  it.each([
    ['broken JSON', '{"email": ', 422, 'invalid-request'],
    ['no object', '[]', 422, 'invalid-request'],
    ['more than 1 MiB', JSON.stringify({ email: 'x'.repeat(1024 * 1024) }), 413, 'too-large'],
  ])('is refused: %s', async (_, body, status, code) => {
    const response = await request(api.url).post('/api/session').type('json').send(body).expect(status);
    expect(problemIn(response)).toMatchObject({ code, status });
  });

  it('is refused as another type than JSON', async () => {
    const response = await request(api.url).post('/api/session').type('text').send('hello').expect(422);
    expect(problemIn(response)).toMatchObject({ code: 'invalid-request' });
  });
});
