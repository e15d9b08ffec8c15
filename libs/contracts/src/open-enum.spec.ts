import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { exerciseModes, exerciseModeSchema } from './mode.js';
import { openEnum } from './open-enum.js';
import { submissionReceiptSchema, submitBodySchema } from './submission.js';

describe('a list of words that may get longer', () => {
  it('holds a word that stands for those its reader does not know', () => {
    const open = openEnum(exerciseModeSchema);
    expect([...exerciseModeSchema.options, 'unknown'].every((word) => open.safeParse(word).success)).toBe(
      true,
    );
    expect(open.safeParse('mind-reading').success).toBe(false);
  });

  it('is described by what is sent', () => {
    expect(z.toJSONSchema(openEnum(exerciseModeSchema))).toMatchObject({ enum: [...exerciseModes] });
  });

  it('is in answers, and not in requests', () => {
    const receipt = { id: '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c', state: 'unknown', position: 0 };
    expect(submissionReceiptSchema.safeParse(receipt).success).toBe(true);
    const files = [{ path: 'test_orders.py', content: '' }];
    expect(submitBodySchema.safeParse({ kind: 'unknown', files }).success).toBe(false);
  });
});
