import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meSchema } from '@lakeproof/contracts';
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

const credentials = { email: 'ada@lakeproof.test', password: demoPassword };
const cookieOf = (response: { headers: Record<string, unknown> }) => {
  const [cookie] = (response.headers['set-cookie'] ?? []) as string[];
  return cookie ?? '';
};

describe('signing in', () => {
  it('answers who it is and keeps them signed in', async () => {
    const agent = await api.as();
    const me = meSchema.parse((await agent.post('/api/session').send(credentials).expect(200)).body);
    expect(me).toMatchObject({
      name: expect.stringMatching(/^Ada /),
      email: 'ada@lakeproof.test',
      platformAdmin: false,
      enrolments: [{ role: 'participant', cohort: { name: 'Nimbus pilot' } }],
    });
    expect((await agent.get('/api/me').expect(200)).body).toEqual(me);
  });

  it('gives a cookie that scripts and other sites can not use, and nothing secret in the answer', async () => {
    const response = await (await api.as()).post('/api/session').send(credentials).expect(200);
    expect(cookieOf(response)).toMatch(
      /^lakeproof\.sid=s%3A[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(response.text).not.toMatch(/argon2|password/i);
  });

  it('takes the address in any case', async () => {
    await (
      await api.as()
    )
      .post('/api/session')
      .send({ ...credentials, email: 'Ada@Lakeproof.TEST' })
      .expect(200);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const agent = await api.as();
    const wrong = await agent
      .post('/api/session')
      .send({ ...credentials, password: 'wrong' })
      .expect(401);
    const unknown = await agent
      .post('/api/session')
      .send({ ...credentials, email: 'nobody@lakeproof.test' })
      .expect(401);
    expect(problemIn(wrong)).toMatchObject({ code: 'wrong-credentials', status: 401 });
    expect(problemIn(unknown)).toEqual(problemIn(wrong));
    expect(cookieOf(wrong)).toBe('');
    await agent.get('/api/me').expect(401);
  });

  it('says which field is wrong', async () => {
    const response = await (await api.as()).post('/api/session').send({ email: 'ada' }).expect(422);
    expect(problemIn(response)).toMatchObject({
      code: 'invalid-request',
      errors: [{ path: 'email' }, { path: 'password' }],
    });
  });

  it('changes the session id, so that a planted one stays worthless', async () => {
    const victim = await api.as('grace');
    const planted =
      cookieOf(await victim.post('/api/session').send(credentials).expect(200)).split(';')[0] ?? '';
    const again = await victim.post('/api/session').set('Cookie', planted).send(credentials).expect(200);
    expect(cookieOf(again).split(';')[0]).not.toBe(planted);
    const attacker = await api.as();
    await attacker.get('/api/me').set('Cookie', planted).expect(401);
  });

  it('is slowed down when somebody guesses', async () => {
    const agent = await api.as();
    const guess = () => agent.post('/api/session').send({ email: 'linus@lakeproof.test', password: 'guess' });
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries++) statuses.push((await guess()).status);
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(statuses[20]).toBe(429);
    const refused = await guess().expect(429);
    expect(problemIn(refused)).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    await (await api.as()).post('/api/session').send(credentials).expect(200);
  });
});

describe('signing out', () => {
  it('ends the session wherever its cookie went', async () => {
    const agent = await api.as();
    const cookie = cookieOf(await agent.post('/api/session').send(credentials)).split(';')[0] ?? '';
    const response = await agent.delete('/api/session').expect(204);
    expect(cookieOf(response)).toMatch(/^lakeproof\.sid=; Path=\/; Expires=Thu, 01 Jan 1970/);
    await (await api.as()).get('/api/me').set('Cookie', cookie).expect(401);
  });

  it('is no error for somebody who is not signed in', async () => {
    await (await api.as()).delete('/api/session').expect(204);
  });
});

describe('a request that changes state', () => {
  it('is refused when a page of another origin sends it, and changes nothing', async () => {
    const agent = await api.as('ada');
    const response = await agent.delete('/api/session').set('Origin', 'https://evil.test').expect(403);
    expect(problemIn(response)).toMatchObject({ code: 'wrong-origin' });
    await agent.get('/api/me').expect(200);
  });

  it('is taken from our own page', async () => {
    const agent = await api.as('ada');
    await agent.delete('/api/session').set('Origin', api.url).expect(204);
  });
});

describe('without a session', () => {
  it.each([
    '/api/me',
    '/api/curriculum',
    '/api/exercises/clean-orders',
    `/api/submissions/${crypto.randomUUID()}`,
    '/api/events',
  ])('%s is closed', async (path) => {
    const response = await (await api.as()).get(path).expect(401);
    expect(problemIn(response)).toMatchObject({ code: 'not-signed-in' });
  });

  it('a forged cookie is worth nothing', async () => {
    await (await api.as()).get('/api/me').set('Cookie', 'lakeproof.sid=s%3Aforged.signature').expect(401);
  });
});
