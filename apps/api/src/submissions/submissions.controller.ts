import {
  type OpenedHints,
  openedHintsSchema,
  type OpenHintBody,
  openHintBodySchema,
  slugSchema,
  type SubmissionId,
  submissionIdSchema,
  type SubmissionReceipt,
  submissionReceiptSchema,
  type SubmissionView,
  submissionViewSchema,
  type SubmitBody,
  submitBodySchema,
  survivorKeySchema,
} from '@lakeproof/contracts';
import type { Viewer } from '@lakeproof/grading';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../access/current-person.js';
import type { Person } from '../access/person.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { CurrentViewer } from './current-viewer.js';
import { IdempotencyKey, idempotencyHeader, idempotencyKeyLength } from './idempotency-key.js';
import { Hints } from './hints.service.js';
import { Submissions } from './submissions.service.js';

@ApiTags('submissions')
@Controller()
export class SubmissionsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly hints: Hints,
  ) {}

  @Post('exercises/:slug/submissions')
  @Policy('exercise.learn')
  @HttpCode(202)
  @ApiHeader({
    name: idempotencyHeader,
    required: true,
    description: 'A new one for each submission. The same key with the same content gets the same answer.',
    schema: { type: 'string', minLength: idempotencyKeyLength.min, maxLength: idempotencyKeyLength.max },
  })
  @ApiAcceptedResponse({
    standardSchema: submissionReceiptSchema,
    description:
      'Stored; it will be graded. The same files, while they wait or run, get the same submission; a run with other files takes the place of the one that waits or runs.',
  })
  @ApiProblems(
    'not-signed-in',
    'wrong-origin',
    'no-enrolment',
    'not-found',
    'exercise-unavailable',
    'under-way',
    'too-many-under-way',
    'too-large',
    'too-many-files',
    'invalid-files',
    'invalid-request',
    'key-reused',
    'too-many-requests',
  )
  submit(
    @CurrentPerson() person: Person,
    @Param('slug', { schema: slugSchema }) slug: string,
    @IdempotencyKey() key: string,
    @Body({ schema: submitBodySchema }) body: SubmitBody,
  ): Promise<SubmissionReceipt> {
    return this.submissions.accept(person, slug, key, body);
  }

  @Get('submissions/:id')
  @Policy('submission.read')
  @ApiOkResponse({
    standardSchema: submissionViewSchema,
    description: 'The submission, and its verdict once it has one.',
  })
  @ApiProblems('not-signed-in', 'forbidden', 'not-found')
  view(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: submissionIdSchema }) id: SubmissionId,
  ): Promise<SubmissionView> {
    return this.submissions.view(viewer, id);
  }

  @Post('submissions/:id/stop')
  @Policy('submission.stop')
  @HttpCode(200)
  @ApiOkResponse({
    standardSchema: submissionReceiptSchema,
    description:
      'The state it is in now: stopped, or the one in which it had ended before. Its author alone may.',
  })
  @ApiProblems('not-signed-in', 'wrong-origin', 'forbidden', 'not-found')
  stop(
    @CurrentPerson() person: Person,
    @Param('id', { schema: submissionIdSchema }) id: SubmissionId,
  ): Promise<SubmissionReceipt> {
    return this.submissions.stop(person, id);
  }

  @Post('submissions/:id/bugs/:key/hints')
  @Policy('hint.open')
  @HttpCode(200)
  @ApiOkResponse({
    standardSchema: openedHintsSchema,
    description: 'The hints on this survivor up to the one asked for. Asking again changes nothing.',
  })
  @ApiProblems('not-signed-in', 'wrong-origin', 'forbidden', 'not-found', 'too-large', 'invalid-request')
  openHint(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: submissionIdSchema }) id: SubmissionId,
    @Param('key', { schema: survivorKeySchema }) key: string,
    @Body({ schema: openHintBodySchema }) body: OpenHintBody,
  ): Promise<OpenedHints> {
    return this.hints.open(viewer, id, key, body);
  }
}
