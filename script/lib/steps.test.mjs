import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('a script that bash cannot read is found, wherever it stands in the list', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'lakeproof-script-'));
  context.after(() => rmSync(root, { recursive: true }));
  cpSync(import.meta.dirname, join(root, 'script/lib'), { recursive: true });
  writeFileSync(join(root, 'good'), 'echo hello\n');
  writeFileSync(join(root, 'bad'), 'if true; then\n');
  const parses = (...names) =>
    spawnSync('bash', ['-c', `. script/lib/steps.sh; parses ${names.join(' ')}`], { cwd: root });

  assert.equal(parses('good', 'good').status, 0);
  const { status, stderr } = parses('good', 'bad', 'good');
  assert.equal(status, 1);
  assert.match(stderr.toString(), /^bad: line \d+: syntax error/);
});
