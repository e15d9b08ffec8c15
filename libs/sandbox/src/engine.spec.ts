import { describe, expect, it } from '@jest/globals';
import Docker from 'dockerode';
import { checkEngine, comesFromEngine, engineError } from './engine.js';
import { SandboxPool } from './pool.js';
import { within } from './within.js';

describe('an engine that is not there', () => {
  const absent = () => new Docker({ socketPath: '/tmp/no-such-engine.sock' });

  it('is named in a sentence that says what to do', async () => {
    await expect(checkEngine(absent())).rejects.toMatchObject({
      problem: 'engine',
      message: expect.stringMatching(/^No Docker engine can be reached .*ENOENT.*Start Docker/) as unknown,
    });
  });

  it("makes a pool's health say so, and its sandboxes fail at once", async () => {
    const pool = new SandboxPool(absent(), { owner: 'nobody', warm: 0 });
    await expect(pool.health()).resolves.toMatchObject({
      ok: false,
      problem: expect.stringContaining('No Docker engine') as unknown,
    });
    await expect(pool.take()).rejects.toThrow('No Docker engine');
    await pool.close();
  });
});

describe('what an engine says', () => {
  it('is told with the address it was asked at', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(engineError(refused, { DOCKER_HOST: 'tcp://runner:2375' }).message).toBe(
      'No Docker engine can be reached at tcp://runner:2375 (DOCKER_HOST): connect ECONNREFUSED. Start Docker, or set DOCKER_HOST to a running engine.',
    );
  });

  it('is told from one that answers too late', async () => {
    const late = await within(0.001, 'starting a container', new Promise(() => undefined)).catch(
      (error: unknown) => error,
    );
    expect(engineError(late, {}).message).toBe(
      'The Docker engine at its default socket is slow or hangs: starting a container took more than 0.001 seconds. Look whether its host is overloaded, or start Docker anew.',
    );
  });

  it('is passed on when it refuses', () => {
    const refusal = Object.assign(new Error('no such runtime runsc '), { statusCode: 400 });
    expect(engineError(refusal, {}).message).toBe('The Docker engine refused: no such runtime runsc');
  });
});

describe('an error of our own code while the engine is asked', () => {
  it.each([
    new TypeError("Cannot read properties of undefined (reading 'memoryMiB')"),
    Object.assign(new TypeError('The "path" argument must be a string'), { code: 'ERR_INVALID_ARG_TYPE' }),
    new Error('nobody foresaw this'),
  ])('is no word of the engine: %s', (bug) => {
    expect(comesFromEngine(bug)).toBe(false);
    expect(engineError(bug, {})).toMatchObject({ problem: 'fault', cause: bug });
  });

  it('fails a start as a fault, is told with itself, and stands in the health', async () => {
    const bug = new TypeError('no such option');
    const docker = {
      createContainer: () => Promise.reject(bug),
      getContainer: () => ({ remove: () => Promise.resolve(), update: () => Promise.resolve() }),
      ping: () => Promise.resolve('OK'),
      getImage: () => ({ inspect: () => Promise.resolve({ Id: 'i', Config: {} }) }),
      modem: {},
    } as unknown as Docker;
    const told: unknown[] = [];
    const pool = new SandboxPool(docker, { owner: 'nobody', warm: 0, log: (_, fault) => told.push(fault) });
    await expect(pool.take()).rejects.toMatchObject({ problem: 'fault', cause: bug });
    await expect(pool.health()).resolves.toMatchObject({ ok: false, kind: 'fault', cause: bug });
    expect(told).toEqual([bug]);
    await pool.close();
  });
});
