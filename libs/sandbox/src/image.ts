import type Docker from 'dockerode';
import { engineError, statusOf } from './engine.js';
import { SandboxError } from './sandbox-error.js';
import { within } from './within.js';

/** The image sandboxes are started from: RUNNER_IMAGE, or what script/bootstrap builds. */
export function runnerImage(env: NodeJS.ProcessEnv = process.env): string {
  return env.RUNNER_IMAGE ?? 'lakeproof-runner:latest';
}

/**
 * What a sandbox's image was made from: `whole` every byte of it, and the three parts that say what is to be
 * verified again when they change (docs/checks.md). SHA-256 in hex.
 */
export interface RunnerDigests {
  readonly whole: string;
  readonly stock: string;
  readonly semantics: string;
  readonly mechanics: string;
}

/**
 * Reads them from the image's labels. An image without labels stands for itself by its id.
 *
 * @throws SandboxError when the image or the engine is missing.
 */
export async function runnerDigests(docker: Docker, image: string): Promise<RunnerDigests> {
  try {
    const found = await within(10, 'a look at the image', docker.getImage(image).inspect());
    const labels = found.Config.Labels as Record<string, string> | null | undefined;
    const digest = (part: string) => labels?.[`lakeproof.${part}`] ?? found.Id;
    return {
      whole: digest('whole'),
      stock: digest('stock'),
      semantics: digest('semantics'),
      mechanics: digest('mechanics'),
    };
  } catch (error) {
    throw statusOf(error) === 404 ? imageMissing(image) : engineError(error);
  }
}

export const imageMissing = (image: string) =>
  new SandboxError(
    'image',
    `The image ${image} is missing on this Docker engine. Build it with: script/bootstrap`,
  );
