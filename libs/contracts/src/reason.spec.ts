import { describe, expect, it } from '@jest/globals';
import { reasonSchema, reasonSentence } from './reason.js';

describe('the sentence for a reason', () => {
  it.each(reasonSchema.options)('of %s says what happened and what to do', (reason) => {
    const sentences = reasonSentence[reason].split('. ');
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(reasonSentence[reason].endsWith('.')).toBe(true);
  });
});
