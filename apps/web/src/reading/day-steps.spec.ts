import { describe, expect, it } from '@jest/globals';
import { type DayStep, outlineSchema } from '@lakeproof/contracts';
import { isLesson, placeOf } from './day-steps.js';

const step = (kind: DayStep['kind'], slug: string): DayStep => ({ kind, slug, title: slug, minutes: 5 });
const steps = [step('lesson', 'nulls'), step('exercise', 'clean'), step('lesson', 'monday')];

describe('the way through a day', () => {
  it.each([
    ['nulls', 1, undefined, 'clean'],
    ['clean', 2, 'nulls', 'monday'],
    ['monday', 3, 'clean', undefined],
    ['gone', 0, undefined, undefined],
  ])('at %s', (slug, place, previous, next) => {
    const found = placeOf(steps, slug);
    expect([found.place, found.previous?.slug, found.next?.slug]).toEqual([place, previous, next]);
  });
});

describe('an address below a day', () => {
  const lesson = (slug: string) => ({ slug, title: slug, minutes: 5, concepts: [] });
  const outline = outlineSchema.parse({
    workshop: { title: '', trainer: '' },
    days: [{ slug: 'day-1', title: '', lessons: [lesson('nulls')], exercises: [], monday: lesson('monday') }],
    articles: [],
    reference: [],
  });

  it.each([
    ['day-1', 'nulls', true],
    ['day-1', 'monday', true],
    ['day-1', 'clean', false],
    ['day-2', 'nulls', false],
  ])('%s/%s is a lesson: %s', (day, slug, is) => {
    expect(isLesson(outline, day, slug)).toBe(is);
  });
});
