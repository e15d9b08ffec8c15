import type Docker from 'dockerode';
import { removeContainer } from './container.js';
import { sandboxLabel } from './container-options.js';
import { engineError } from './engine.js';
import { within } from './within.js';

export interface OrphanOptions {
  /** Names that are in use: `pool.names()`. */
  readonly alive?: ReadonlySet<string>;
  /**
   * Only what no longer runs, or was made and never started: where several processes share an owner's name,
   * as on the command line.
   */
  readonly endedOnly?: boolean;
}

/** Between making and starting a container lie milliseconds, on a busy machine a few seconds. */
const startedWithinSeconds = 30;

/**
 * Removes the containers an owner left behind when it was killed.
 *
 * @returns how many were removed
 * @throws SandboxError when the engine doesn't answer
 */
export async function removeOrphans(
  docker: Docker,
  owner: string,
  { alive = new Set(), endedOnly = false }: OrphanOptions = {},
): Promise<number> {
  const found = await listed(docker, { label: [`${sandboxLabel}=${owner}`] });
  const orphans = found
    .filter(({ Names }) => !Names.some((name) => alive.has(name.replace(/^\//, ''))))
    .filter((container) => !endedOnly || hasEnded(container, Date.now() / 1000));
  await Promise.all(orphans.map(({ Id }) => removeContainer(docker, Id)));
  return orphans.length;
}

/** After so long nobody is still about to read how a container ended. */
const abandonedSeconds = 3600;

/**
 * Removes what ended an hour ago or more, whoever its owner was: one that never comes back under its old
 * name would leave it for ever.
 *
 * @returns how many were removed
 * @throws SandboxError when the engine doesn't answer
 */
export async function removeAbandoned(docker: Docker): Promise<number> {
  const found = await listed(docker, { label: [sandboxLabel] });
  const abandoned = found.filter((container) => isAbandoned(container, Date.now() / 1000));
  await Promise.all(abandoned.map(({ Id }) => removeContainer(docker, Id)));
  return abandoned.length;
}

/** @param now in seconds, as the engine counts `Created` */
export const isAbandoned = (container: Pick<Docker.ContainerInfo, 'State' | 'Created'>, now: number) =>
  hasEnded(container, now) && now - container.Created > abandonedSeconds;

/** @param now in seconds, as the engine counts `Created` */
export function hasEnded(
  { State, Created }: Pick<Docker.ContainerInfo, 'State' | 'Created'>,
  now: number,
): boolean {
  if (State === 'created') return now - Created > startedWithinSeconds;
  return State === 'exited' || State === 'dead';
}

async function listed(docker: Docker, filters: Record<string, string[]>): Promise<Docker.ContainerInfo[]> {
  try {
    return await within(10, 'a list of containers', docker.listContainers({ all: true, filters }));
  } catch (error) {
    throw engineError(error);
  }
}
