import { cellViewSchema, liveEventSchema, submissionReceiptSchema } from '@lakeproof/contracts';
import { z } from 'zod';
import { parseAnswer } from '../api/parse-answer.js';

const [startOver, state, progress] = liveEventSchema.options;

/** An event as an open tab reads it: its lists of words may be longer by now than the tab knows. */
const toldEventSchema = z.discriminatedUnion('type', [
  startOver,
  state.extend({ state: submissionReceiptSchema.shape.state }),
  progress.extend({ phase: progress.shape.phase.nullable(), cells: z.array(cellViewSchema) }),
]);
export type ToldEvent = z.infer<typeof toldEventSchema>;
/** What is told of one submission. */
export type SubmissionEvent = Exclude<ToldEvent, { type: 'start-over' }>;

/** Undefined for what this version doesn't know at all: progress is a courtesy, the verdict comes by GET. */
export function toldEvent(data: string): ToldEvent | undefined {
  try {
    return parseAnswer(toldEventSchema, JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
