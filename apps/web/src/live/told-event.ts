import { type LiveEvent, liveEventSchema } from '@lakeproof/contracts';
import { parseAnswer } from '../api/parse-answer.js';

/**
 * An event as an open tab reads it, which may be older than the API. Undefined for what this version doesn't know at all:
 * progress is a courtesy, the verdict comes by GET.
 */
export function toldEvent(data: string): LiveEvent | undefined {
  try {
    return parseAnswer(liveEventSchema, JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
