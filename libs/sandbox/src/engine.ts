import { types } from 'node:util';
import Docker from 'dockerode';
import { asSandboxError, SandboxError } from './sandbox-error.js';
import { TookTooLong, within } from './within.js';

/**
 * A client of the Docker engine at DOCKER_HOST, or at the default socket. Connects with its first request.
 *
 * @throws SandboxError when DOCKER_HOST is no address.
 */
export function connectDocker(): Docker {
  try {
    return new Docker();
  } catch (error) {
    throw new SandboxError(
      'engine',
      'DOCKER_HOST is not an address. It must look like unix:///var/run/docker.sock or tcp://host:2375.',
      { cause: error },
    );
  }
}

/** Whether the engine runs on this machine, so that its disk and its load are this machine's. */
export function engineIsHere(docker: Docker): boolean {
  const modem: unknown = docker.modem;
  // A path, or the function by which docker-modem looks for the default one.
  return (
    typeof modem === 'object' && modem !== null && 'socketPath' in modem && modem.socketPath !== undefined
  );
}

/** Asks the engine for a sign of life. @throws SandboxError with a plain sentence when there is none. */
export async function checkEngine(docker: Docker): Promise<void> {
  try {
    await within(5, 'an answer of the Docker engine', docker.ping() as Promise<unknown>);
  } catch (error) {
    throw engineError(error);
  }
}

/**
 * Whether a request failed at the engine or on the way to it: it refused, was late, or the connection broke.
 * Everything else that is thrown around a request is an error of our own code.
 */
export function comesFromEngine(error: unknown): error is Error {
  if (error instanceof SandboxError) return error.problem !== 'fault';
  // Not `instanceof`: Node's own errors may come from outside of the world this code runs in, as in jest.
  if (!types.isNativeError(error) || error.name === 'TypeError' || error.name === 'RangeError') return false;
  // Node names what goes wrong with a connection by a code, such as ECONNRESET.
  const broken = 'code' in error && typeof error.code === 'string';
  return broken || error instanceof TookTooLong || statusOf(error) !== undefined;
}

/** For a request whose failure changes nothing. @throws what does not come from the engine */
export function ignoreEngine(error: unknown): void {
  if (!comesFromEngine(error)) throw error;
}

/** The sentence for a failed request: whether the engine was reached, what it said, what to do. */
export function engineError(error: unknown, env: NodeJS.ProcessEnv = process.env): SandboxError {
  if (error instanceof SandboxError || !comesFromEngine(error)) return asSandboxError(error);
  const said = error.message.trim();
  if (/no space left on device|ENOSPC|disk quota exceeded/i.test(said))
    return new SandboxError(
      'disk',
      `The disk of the Docker engine is full: ${said}. Free space there: docker system prune`,
      { cause: error },
    );
  if (statusOf(error) !== undefined)
    return new SandboxError('engine', `The Docker engine refused: ${said}`, { cause: error });
  const where = env.DOCKER_HOST ? `at ${env.DOCKER_HOST} (DOCKER_HOST)` : 'at its default socket';
  if (error instanceof TookTooLong)
    return new SandboxError(
      'engine',
      `The Docker engine ${where} is slow or hangs: ${said}. Look whether its host is overloaded, or start Docker anew.`,
      { cause: error },
    );
  return new SandboxError(
    'engine',
    `No Docker engine can be reached ${where}: ${said}. Start Docker, or set DOCKER_HOST to a running engine.`,
    { cause: error },
  );
}

/** The HTTP status of the engine's answer, when there was one. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
