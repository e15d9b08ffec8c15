import { liveEventSchema } from '@lakeproof/contracts';
import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { CurrentPerson } from '../access/current-person.js';
import type { Person } from '../access/person.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { eventStreamOf } from '../openapi/event-stream.js';
import { CurrentSession } from '../session/current-session.js';
import { LastEventId, lastEventIdHeader } from './last-event-id.js';
import { Watchers } from './watchers.js';

@ApiTags('live')
@Controller()
export class LiveController {
  constructor(private readonly watchers: Watchers) {}

  @Sse('events')
  @Policy('events.read')
  @ApiHeader({
    name: lastEventIdHeader,
    required: false,
    description: 'Resumes after this event.',
    schema: { type: 'string' },
  })
  @ApiOkResponse({
    description:
      "Server-sent events: each change of state of the person's submissions, and live progress. Those that wait or run come first, after start-over where nothing is resumed. Ends with the session.",
    content: eventStreamOf(liveEventSchema),
  })
  @ApiProblems('not-signed-in', 'too-many-requests')
  events(
    @CurrentPerson() { id }: Person,
    @CurrentSession() session: string,
    @LastEventId() lastEventId: string | undefined,
  ): Observable<MessageEvent> {
    return this.watchers.watch({ user: id, session }, lastEventId);
  }
}
