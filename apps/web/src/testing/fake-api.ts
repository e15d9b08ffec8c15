import { jest } from '@jest/globals';

type Answer = (path: string, init: RequestInit) => Promise<Response>;

/** Puts answers in the place of the API's; jsdom has no `fetch` of its own. */
export function fakeApi(answer: Answer) {
  const asked = jest.fn((path: string, init: RequestInit) => answer(path, init));
  globalThis.fetch = asked as unknown as typeof fetch;
  return asked;
}

/** As much of a response as is read of it. */
export const answer = (status: number, body: unknown): Response =>
  ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as unknown as Response;

export const problem = (status: number, code: string, more: object = {}): Response =>
  answer(status, { type: 'about:blank', title: code, status, code, detail: `Told: ${code}.`, ...more });

/** As when the network is gone. */
export const unreachable = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
