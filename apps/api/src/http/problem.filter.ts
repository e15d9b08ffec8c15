import { ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@lakeproof/contracts';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { domainErrorOf, problemOf, retryAfterOf } from './problem.js';
import { requestIdOf } from './request-log.js';

/** Answers every error as application/problem+json; faults of ours are logged and told without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const id = requestIdOf(request);
    const known = domainErrorOf(error);
    if (!known || known.code === 'unavailable') this.log.error({ err: error, request: id }, 'request failed');
    // An event stream that has begun can't change its answer: closing it makes the viewer come back.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const told = known ?? internal(id);
    const problem = problemOf(told);
    const retryAfter = retryAfterOf(told);
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
    // Also where the route lets its answer be kept.
    response.setHeader('Cache-Control', 'no-store');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

const internal = (id: string) =>
  new DomainError(
    'internal',
    `Something went wrong on our side. Try again; if it stays, tell your trainer the number ${id}.`,
  );
