import { describe, expect, it } from '@jest/globals';
import { diskProblem } from './disk.js';
import { engineError } from './engine.js';

const mebibyte = 1024 * 1024;
const disk = { bavail: 100 * 1024, bsize: 4096, files: 1_000_000, ffree: 500_000 };
const problem = (part: Partial<typeof disk>) =>
  diskProblem('/var/lib/docker', { ...disk, ...part }, 300 * mebibyte);

describe("the engine's disk", () => {
  it.each<[string, Partial<typeof disk>]>([
    ['400 MiB are left', {}],
    ['exactly enough is left', { bavail: (300 * mebibyte) / 4096 }],
    ['the file system knows no inodes', { files: 0, ffree: 0 }],
  ])('has room when %s', (_, part) => {
    expect(problem(part)).toBeUndefined();
  });

  it.each<[Partial<typeof disk>, string]>([
    [{ bavail: 1000 }, '3 MiB are free in /var/lib/docker'],
    [{ bavail: 0 }, '0 MiB are free'],
    [{ ffree: 12 }, '12 inodes are free'],
  ])('is full with %o, and says what is left', (part, said) => {
    expect(problem(part)).toContain(`The disk of the Docker engine is full: ${said}`);
  });

  it.each(['mkdir /var/lib/docker/overlay2/1: no space left on device', 'write /x: disk quota exceeded'])(
    'is known to be full also from what an engine elsewhere refuses with: %s',
    (message) => {
      const refused = Object.assign(new Error(`(HTTP code 500) server error - ${message}`), {
        statusCode: 500,
      });
      expect(engineError(refused)).toMatchObject({
        problem: 'disk',
        message: expect.stringContaining(message) as unknown,
      });
    },
  );
});
