/** Something that was waited for did not come in time. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/**
 * Waits for a promise, but at most so many seconds: the Docker engine answers late or never when it is ill.
 *
 * @throws TookTooLong, which names `what`; whoever made the promise has to end what it stands for
 */
export async function within<T>(seconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TookTooLong(`${what} took more than ${seconds} seconds`));
    }, seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
