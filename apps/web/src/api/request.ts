import type { z } from 'zod';
import { ProblemError, toldProblemSchema, UnexpectedAnswerError, UnreachableError } from './errors.js';
import { parseAnswer } from './parse-answer.js';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Asks the API and parses its answer, which may be of a newer version.
 * Throws ProblemError for problem+json, UnreachableError when no answer of ours came, UnexpectedAnswerError else.
 */
export async function request<S extends z.ZodType>(
  schema: S,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<S>> {
  const response = await send(path, options);
  if (!response.ok) throw await errorOf(response);
  const body: unknown = response.status === 204 ? undefined : await bodyOf(response);
  const parsed = parseAnswer(schema, body);
  if (!parsed.success) throw new UnexpectedAnswerError({ cause: parsed.error });
  return parsed.data;
}

async function send(
  path: string,
  { method = 'GET', body, headers, signal }: RequestOptions,
): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UnreachableError({ cause: error });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new UnexpectedAnswerError({ cause: error });
  }
}

/** A proxy's own page (502, 504) is no problem of ours: the API was not reached. */
async function errorOf(response: Response): Promise<Error> {
  const problem = parseAnswer(toldProblemSchema, await response.json().catch(() => undefined));
  if (problem.success) return new ProblemError(problem.data);
  return response.status >= 500 ? new UnreachableError() : new UnexpectedAnswerError();
}
