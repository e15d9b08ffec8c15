import { DomainError } from '@lakeproof/contracts';
import type { RequestHandler } from 'express';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change state. Browsers name the page a request comes from in `Origin`, and a page of
 * another host must not act with our visitor's cookie. Programs such as the CLI send no `Origin`; a browser
 * that left it out still says where it comes from in `Sec-Fetch-Site`.
 */
export function mayChangeState(request: {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}): boolean {
  if (safeMethods.has(request.method)) return true;
  if (request.origin !== undefined) return URL.parse(request.origin)?.host === request.host;
  return request.fetchSite === undefined || ['same-origin', 'none'].includes(request.fetchSite);
}

/** Refuses state-changing requests that a page of another origin sends. */
export const refuseOtherOrigins: RequestHandler = (request, _response, next) => {
  const allowed = mayChangeState({
    method: request.method,
    host: request.host,
    origin: request.get('origin'),
    fetchSite: request.get('sec-fetch-site'),
  });
  next(
    allowed
      ? undefined
      : new DomainError(
          'wrong-origin',
          'This request came from another site. Open Lakeproof itself and try there.',
        ),
  );
};
