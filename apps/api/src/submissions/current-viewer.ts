import type { Viewer } from '@lakeproof/grading';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { askerIn } from '../access/current-person.js';

/** As whom somebody sees a submission: a trainer of its cohort sees all, its author bugs by number until they are caught. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => ({
  role: askerIn(context).as === 'trainer' ? 'trainer' : 'participant',
}));
