import { randomUUID } from 'node:crypto';
import type Docker from 'dockerode';
import { runnerImage } from '../image.js';
import { eventOf } from './protocol-fixtures.js';

const ready = JSON.stringify(eventOf('ready'));

/**
 * The runner image, but what starts says at once that it is ready (`silent`: never) and then waits for the end of
 * its input: for specs of what lies around a sandbox, which need no Spark. Remove it with `docker.getImage(…).remove()`.
 */
export async function readyImage(docker: Docker, { silent = false } = {}): Promise<string> {
  const repo = `lakeproof-spec-${randomUUID()}`;
  const says = silent ? '' : `echo '${ready}'; `;
  const container = await docker.createContainer({ Image: runnerImage() });
  try {
    await container.commit({
      repo,
      changes: `ENTRYPOINT ${JSON.stringify(['sh', '-c', `${says}exec cat > /dev/null`])}`,
    });
  } finally {
    await container.remove();
  }
  return `${repo}:latest`;
}
