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

/** A whole Lakeproof of its own: fresh database, api and worker as processes, real Redis and Docker. */
export interface Stack {
  readonly url: string;
  /** Ends the worker as `kill -9` does: it says goodbye to nobody. */
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it and waits until a warm sandbox is ready. Needs DATABASE_URL and REDIS_URL, and a build. */
export async function startStack(): Promise<Stack> {
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

  const [api, firstWorker] = await Promise.all([serve('api', environment), serve('worker', environment)]);
  let worker = firstWorker;
  const stop = async () => {
    await Promise.all([api, worker].map((child) => end(child)));
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.end();
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(url, [api, worker]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    killWorker: () => end(worker, 'SIGKILL'),
    async startWorker() {
      worker = await serve('worker', environment, 'a');
    },
    stop,
  };
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

async function untilHealthy(url: string, processes: readonly ChildProcess[]): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (processes.some((child) => child.exitCode !== null))
      throw new Error('api or worker ended at its start: see .data/log/e2e-*.log');
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new Error('api and worker were not healthy after 120 s: see .data/log/e2e-*.log');
}
