import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const root = join(import.meta.dirname, '../../..');

/** Lakeproof without a worker, of its own: fresh database, real Redis, the api as a process. Nothing is graded. */
export interface Site {
  readonly url: string;
  stop(): Promise<void>;
}

/** A whole Lakeproof of its own: a site with a worker on real Docker. */
export interface Stack extends Site {
  /** Ends the worker as `kill -9` does: it says goodbye to nobody. */
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
}

/** Starts a site and waits until it serves. Needs DATABASE_URL and REDIS_URL, and a build. */
export async function startSite(): Promise<Site> {
  const { url, stop, api } = await prepare();
  await orStop(
    until(`${url}/api/session`, ({ status }) => status < 500, [api]),
    stop,
  );
  return { url, stop };
}

/** Starts it and waits until a warm sandbox is ready. Needs DATABASE_URL and REDIS_URL, and a build. */
export async function startStack(): Promise<Stack> {
  const { url, environment, api, stop: stopSite } = await prepare();
  let worker = await serve('worker', environment);
  const stop = async () => {
    await end(worker);
    await stopSite();
  };
  await orStop(
    until(`${url}/api/health`, ({ ok }) => ok, [api, worker]),
    stop,
  );
  return {
    url,
    killWorker: () => end(worker, 'SIGKILL'),
    async startWorker() {
      worker = await serve('worker', environment, 'a');
    },
    stop,
  };
}

/** A migrated, seeded database and an api that starts. */
async function prepare() {
  const database = `lakeproof_e2e_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: required('DATABASE_URL') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);

  const databaseUrl = new URL(required('DATABASE_URL'));
  databaseUrl.pathname = `/${database}`;
  const redisUrl = new URL(required('REDIS_URL'));
  redisUrl.pathname = '/9';
  const port = await freePort();
  const environment = {
    ...process.env,
    // jest's own flags and its NODE_ENV=test are not for the servers.
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl.href,
    REDIS_URL: redisUrl.href,
    PORT: String(port),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    EXERCISES_DIR: join(root, 'exercises'),
    SANDBOX_WARM: '1',
  };
  for (const script of ['migrate', 'seed']) await finish(script, environment);
  const api = await serve('api', environment);
  const stop = async () => {
    await end(api);
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.end();
  };
  return { url: `http://127.0.0.1:${port}`, environment, api, stop };
}

async function orStop(ready: Promise<void>, stop: () => Promise<void>): Promise<void> {
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. Run these tests by script/test, which starts what they need.`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function finish(script: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn('npm', ['run', '--silent', '-w', '@lakeproof/persistence', script], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm run ${script} ended with ${String(code)}`);
}

async function serve(app: string, env: NodeJS.ProcessEnv, log: 'w' | 'a' = 'w'): Promise<ChildProcess> {
  const folder = join(root, '.data/log');
  await mkdir(folder, { recursive: true });
  const output = openSync(join(folder, `e2e-${app}.log`), log);
  return spawn(process.execPath, [join(root, `apps/${app}/dist/main.js`)], {
    cwd: root,
    env,
    stdio: ['ignore', output, output],
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function until(
  address: string,
  isReady: (answer: Response) => boolean,
  processes: readonly ChildProcess[],
): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (processes.some((child) => child.exitCode !== null))
      throw new Error('api or worker ended at its start: see .data/log/e2e-*.log');
    const answer = await fetch(address).catch(() => undefined);
    if (answer && isReady(answer)) return;
    await pause(250);
  }
  throw new Error(`${address} was not ready after 120 s: see .data/log/e2e-*.log`);
}
