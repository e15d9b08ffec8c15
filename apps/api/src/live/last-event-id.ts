import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

export const lastEventIdHeader = 'Last-Event-ID';

/** Where the viewer was cut off, as a browser says it when it comes back. */
export const LastEventId = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined =>
  context.switchToHttp().getRequest<Request>().get(lastEventIdHeader),
);
