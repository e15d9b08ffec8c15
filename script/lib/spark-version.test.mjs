// One version of Spark: docker/runner/requirements.txt pins it, and everything else says the same or nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pythonCode } from './python-code.mjs';

const root = join(import.meta.dirname, '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const pinsIn = (text, name) =>
  [...text.matchAll(new RegExp(`\\b${name}==([0-9.]*[0-9])`, 'g'))].map((found) => found[1]);
const pinned = (name) => {
  const [version, ...others] = pinsIn(read('docker/runner/requirements.txt'), name);
  assert.deepEqual(others, []);
  return version;
};
const spark = pinned('pyspark');
const line = spark.split('.').slice(0, 2).join('.');
const delta = pinned('delta-spark');
const files = execFileSync('git', ['-C', root, 'ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);

describe('the version of Spark', () => {
  it('has the jars of Delta Lake that are made for it', () => {
    const [, scala] = /SCALA = "([0-9.]+)"/.exec(
      read('docker/runner/harness/lakeproof_harness/jvm/flags.py'),
    );
    assert.deepEqual(
      read('docker/runner/jars.sha256')
        .trim()
        .split('\n')
        .map((entry) => entry.split(/ +/)[1]),
      [`delta-spark_${line}_${scala}-${delta}.jar`, `delta-storage-${delta}.jar`],
    );
  });

  it('is the one that people are told to install', () => {
    const told = files
      .filter((path) => /(?:\.(?:md|toml|txt|in|ya?ml|json))$/.test(path))
      .flatMap((path) => {
        const text = read(path);
        return [
          ...pinsIn(text, 'pyspark').map((version) => ({ path, version, want: spark })),
          ...pinsIn(text, 'delta-spark').map((version) => ({ path, version, want: delta })),
        ];
      });
    assert.ok(told.length > 10);
    assert.deepEqual(
      told.filter(({ version, want }) => version !== want),
      [],
    );
  });

  it('stands in no code of the image, nor in a suite that the image is compared by', () => {
    const code = files.filter((path) => path.startsWith('docker/runner/') && path.endsWith('.py'));
    const numbers = new RegExp(`(?<![0-9.])${line.replace('.', '\\.')}(?:\\.[0-9]+)?(?![0-9])`);
    const spelled = code.filter((path) => numbers.test(pythonCode(read(path))));
    assert.ok(code.length > 100);
    assert.deepEqual(spelled, []);
    assert.doesNotMatch(read('docker/runner/Dockerfile').replaceAll(/^#.*$/gm, ''), numbers);
  });
});
