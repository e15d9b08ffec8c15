import type Docker from 'dockerode';
import { engineError, statusOf } from './engine.js';
import { SandboxError } from './sandbox-error.js';
import { within } from './within.js';

/** The image sandboxes are started from: RUNNER_IMAGE, or what script/bootstrap builds. */
export function runnerImage(env: NodeJS.ProcessEnv = process.env): string {
  return env.RUNNER_IMAGE ?? 'lakeproof-runner:latest';
}

/**
 * The digest of harness and image recipe that the image was built from: the part of a verdict that
 * doesn't lie in the exercise's folder. An image without the label stands for itself by its id.
 *
 * @throws SandboxError when the image or the engine is missing.
 */
export async function runnerDigest(docker: Docker, image: string): Promise<string> {
  try {
    const found = await within(10, 'a look at the image', docker.getImage(image).inspect());
    const labels = found.Config.Labels as Record<string, string> | null | undefined;
    return labels?.['lakeproof.digest'] ?? found.Id;
  } catch (error) {
    throw statusOf(error) === 404 ? imageMissing(image) : engineError(error);
  }
}

export const imageMissing = (image: string) =>
  new SandboxError(
    'image',
    `The image ${image} is missing on this Docker engine. Build it with: script/bootstrap`,
  );
