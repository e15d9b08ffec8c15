import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSubmission } from './read-submission.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'submission-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(path: string, content: string | Buffer = 'x = 1\n') {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

describe('reading a submission', () => {
  it('takes the files of all folders, in one order', async () => {
    await write('test_b.py');
    await write('tests/test_a.py', '# Zürich\n');
    await write('conftest.py', '');
    expect(await readSubmission(folder)).toEqual({
      files: [
        { path: 'conftest.py', content: '' },
        { path: 'test_b.py', content: 'x = 1\n' },
        { path: 'tests/test_a.py', content: '# Zürich\n' },
      ],
      notes: [],
    });
  });

  it('ignores hidden files and what Python and Spark leave behind', async () => {
    await write('test_a.py');
    for (const path of [
      '.git/config',
      '.env',
      '__pycache__/test_a.pyc',
      'a/__pycache__/x.py',
      'spark-warehouse/t/part',
    ])
      await write(path, Buffer.from([0xff]));
    expect(await readSubmission(folder)).toMatchObject({ files: [{ path: 'test_a.py' }], notes: [] });
  });

  it('follows no symbolic link, to files or folders, and says so', async () => {
    await write('test_a.py');
    await symlink('/etc/hostname', join(folder, 'secret.txt'));
    await symlink('/etc', join(folder, 'etc'));
    const submission = await readSubmission(folder);
    expect(submission).toMatchObject({ files: [{ path: 'test_a.py' }] });
    expect([...submission.notes].sort()).toEqual([
      'etc is a symbolic link and was left out.',
      'secret.txt is a symbolic link and was left out.',
    ]);
  });

  it('keeps a byte order mark, as Python does', async () => {
    await write('test_a.py', '\uFEFFx = 1\n');
    expect(await readSubmission(folder)).toMatchObject({ files: [{ content: '\uFEFFx = 1\n' }] });
  });
});

describe('what can be no submission', () => {
  it('is an empty folder', async () => {
    expect(await readSubmission(folder)).toMatchObject({ reason: 'no-tests' });
  });

  it('is more than 32 files', async () => {
    for (let n = 0; n < 33; n += 1) await write(`test_${n}.py`);
    expect(await readSubmission(folder)).toMatchObject({
      reason: 'too-many-files',
      message: expect.stringContaining('33 files') as unknown,
    });
  });

  it('is a file above 64 KiB, which is named', async () => {
    await write('test_big.py', 'x'.repeat(64 * 1024 + 1));
    expect(await readSubmission(folder)).toMatchObject({
      reason: 'too-large',
      message: 'test_big.py is larger than 64 KiB.',
    });
  });

  it('is more than 256 KiB in all', async () => {
    for (let n = 0; n < 5; n += 1) await write(`test_${n}.py`, 'x'.repeat(64 * 1024));
    expect(await readSubmission(folder)).toMatchObject({ reason: 'too-large' });
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x23, 0xe9, 0x0a])],
    ['a NUL', Buffer.from('x = 1\0')],
  ])('is a file with %s, which is named', async (_, content) => {
    await write('test_latin.py', content);
    expect(await readSubmission(folder)).toMatchObject({
      reason: 'syntax-error',
      message: expect.stringContaining('test_latin.py is not UTF-8') as unknown,
    });
  });

  it('is a file whose name could leave the folder elsewhere', async () => {
    await write('a\\..\\b.py');
    expect(await readSubmission(folder)).toMatchObject({ reason: 'collection-error' });
  });

  it('is a folder that is not there, or a file', async () => {
    await write('test_a.py');
    await expect(readSubmission(join(folder, 'absent'))).rejects.toThrow('There is no folder');
    await expect(readSubmission(join(folder, 'test_a.py'))).rejects.toThrow('is no folder');
  });

  it('is a folder with thousands of files', async () => {
    for (let n = 0; n < 2001; n += 1) await write(`.cache${n}`, '');
    await expect(readSubmission(folder)).rejects.toThrow('more than 2000 files and folders');
  });
});
