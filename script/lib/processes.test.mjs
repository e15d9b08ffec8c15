// What the scripts do with the processes they start: real ones, in a copy of script/lib with a .data of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const servers = ['api', 'worker'];

/** A copy of the scripts for one test. Whatever it left running is ended after it. */
function scene(test) {
  const root = mkdtempSync(join(tmpdir(), 'lakeproof-script-'));
  cpSync(import.meta.dirname, join(root, 'script/lib'), { recursive: true });
  let child;
  test.after(() => {
    child?.kill('SIGKILL');
    for (const pid of servers.flatMap(pidsOf)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    rmSync(root, { recursive: true });
  });

  /** Of every start of a server, in order. */
  function pidsOf(name) {
    const file = join(root, `${name}.pids`);
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
  }

  /** Runs a bash script as ours are: what it started it stops at its end. */
  function run(...lines) {
    const head = `set -euo pipefail
. ${root}/script/lib/steps.sh
. ${root}/script/lib/keep.sh
export STARTED_LIST="$data/run/started.$$"
: >"$STARTED_LIST"
trap stop_started EXIT
trap 'exit 143' TERM
start_api() { serve api ${root}/script/live api; }
start_worker() { serve worker ${root}/script/live worker; }
`;
    writeFileSync(
      join(root, 'script/live'),
      `#!/usr/bin/env bash\necho $$ >>${root}/$1.pids; echo "a word of $1"; exec sleep 600\n`,
      { mode: 0o755 },
    );
    const file = join(root, 'script/under-test');
    writeFileSync(file, [head, ...lines].join('\n'));
    child = spawn('bash', [file], { stdio: ['ignore', 'pipe', 'pipe'] });
    const script = { child, output: '', ended: once(child, 'close') };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (script.output += chunk.toString()));
    return script;
  }

  return { run, pidsOf };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
  // A zombie where nobody waits for orphans.
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}

async function until(what, holds, script) {
  const deadline = Date.now() + 60_000;
  while (!holds()) {
    assert.ok(Date.now() < deadline, `It never came to this: ${what}\n${script.output}`);
    await pause(20);
  }
}

const patience = { timeout: 120_000 };

describe('the clean-up of a script', patience, () => {
  it('stops all that was started, also when one of them has ended by itself', async (test) => {
    const { run, pidsOf } = scene(test);
    const script = run(
      'start_api; start_worker',
      // A process that was, and of which nothing is left: the shell waited for it.
      'started ended "$(bash -c \'echo $$\')"',
      'echo all started',
      'while :; do nap 1; done',
    );
    await until('both run', () => pidsOf('api').length > 0 && pidsOf('worker').length > 0, script);
    await until('the third is known', () => script.output.includes('all started'), script);
    script.child.kill('SIGTERM');
    assert.equal((await script.ended)[0], 143);
    assert.deepEqual([...pidsOf('api'), ...pidsOf('worker')].map(isAlive), [false, false]);
  });
});

describe('a server that is kept', patience, () => {
  it('is started again when it is killed, and its last lines are told; then all is stopped', async (test) => {
    const { run, pidsOf } = scene(test);
    const script = run('start_api; start_worker', 'keep api worker');
    await until('both run', () => pidsOf('api').length > 0 && pidsOf('worker').length > 0, script);
    process.kill(pidsOf('worker')[0], 'SIGKILL');
    await until('the worker runs again', () => pidsOf('worker').length === 2, script);
    await until('that is said', () => script.output.includes('The worker is being started again.'), script);
    assert.match(
      script.output,
      /The worker ended by itself after \d+ s\. Its last lines, .*:\na word of worker\n/,
    );
    assert.equal(pidsOf('api').length, 1);
    script.child.kill('SIGTERM');
    assert.equal((await script.ended)[0], 143);
    assert.deepEqual([...pidsOf('api'), ...pidsOf('worker')].map(isAlive), [false, false, false]);
  });

  it('is given up when it ends at once again and again: the script ends, and stops the others', async (test) => {
    const { run, pidsOf } = scene(test);
    const script = run(
      'start_worker() { serve worker echo "DATABASE_URL is missing"; }',
      'nap() { echo "pause $1"; sleep 0.05; }',
      'start_api; start_worker',
      'keep api worker',
    );
    assert.equal((await script.ended)[0], 1);
    assert.match(script.output, /DATABASE_URL is missing\nIt ended at once 5 times in a row/);
    // 1 s between two looks, and before each start longer than before the last one.
    const pauses = [...script.output.matchAll(/^pause (\d+)$/gm)].map(([, seconds]) => Number(seconds));
    assert.deepEqual(
      pauses.filter((seconds) => seconds > 1),
      [2, 4, 8],
    );
    assert.deepEqual(pidsOf('api').map(isAlive), [false]);
  });
});
