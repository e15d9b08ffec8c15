import { statfs } from 'node:fs/promises';
import type Docker from 'dockerode';
import { engineError, engineIsHere } from './engine.js';
import { SandboxError } from './sandbox-error.js';
import { within } from './within.js';

/** What starting a container needs at least, with room for what the engine writes besides. */
export const leastDiskBytes = 512 * 1024 * 1024;
const leastInodes = 1000;

/** What `statfs` tells of a file system. */
interface FileSystem {
  readonly bavail: number;
  readonly bsize: number;
  readonly files: number;
  readonly ffree: number;
}

/**
 * Whether the engine's data root has room for another container. The engine's API names the folder and
 * not its free space, so an engine on another machine is believed until it refuses.
 *
 * @throws SandboxError `disk` with what is left, `engine` when it doesn't answer
 */
export async function checkDisk(docker: Docker, leastBytes = leastDiskBytes): Promise<void> {
  if (!engineIsHere(docker)) return;
  const root = await rootOf(docker);
  // Not there: the engine's socket is here, but its files are on the other side of a container's wall.
  const disk = await statfs(root).catch(() => undefined);
  const problem = disk && diskProblem(root, disk, leastBytes);
  if (problem !== undefined) throw new SandboxError('disk', problem);
}

async function rootOf(docker: Docker): Promise<string> {
  try {
    const info = (await within(10, 'the engine about itself', docker.info())) as { DockerRootDir: string };
    return info.DockerRootDir;
  } catch (error) {
    throw engineError(error);
  }
}

/** The sentence for a disk without room; undefined when there is room. File systems without inodes count 0 of 0. */
export function diskProblem(root: string, disk: FileSystem, leastBytes: number): string | undefined {
  const { bavail, bsize, files, ffree } = disk;
  const free = bavail * bsize;
  const left =
    free < leastBytes
      ? `${Math.floor(free / 1024 / 1024)} MiB are free`
      : files > 0 && ffree < leastInodes
        ? `${ffree} inodes are free`
        : undefined;
  return (
    left && `The disk of the Docker engine is full: ${left} in ${root}. Free space there: docker system prune`
  );
}
