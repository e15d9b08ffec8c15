import { describe, expect, it } from '@jest/globals';
import { type CurriculumView, curriculumViewSchema } from '@lakeproof/contracts';
import { nextOf, pointsOf, progressOf } from './standing-words.js';

const exercise = (slug: string, attempts: number, bestScore: number | null) => ({
  slug,
  title: slug,
  mode: 'tests',
  engine: 'classic',
  concepts: [],
  minutes: 20,
  points: 10,
  bugs: 8,
  correctVersions: 4,
  hiddenTestCount: 0,
  standing: { attempts, bestScore, points: bestScore === null ? null : bestScore * 10 },
});
const days = (...lists: object[][]): CurriculumView['days'] =>
  curriculumViewSchema.parse({
    workshop: { title: '', trainer: '' },
    days: lists.map((exercises, index) => ({
      slug: `day-${index + 1}`,
      title: '',
      introHtml: '',
      exercises,
      unavailable: [],
    })),
  }).days;

describe('the way through the days', () => {
  it('goes on with the first exercise without full marks', () => {
    const given = days([exercise('a', 3, 1), exercise('b', 1, 0.5)], [exercise('c', 0, null)]);
    expect(nextOf(given)?.exercise.slug).toBe('b');
  });

  it('does not come back to a quiz that was answered: its first answers count', () => {
    const { slug, title, concepts, minutes, points, standing } = exercise('quiz', 1, 0.5);
    const quiz = { slug, title, concepts, minutes, points, standing, mode: 'quiz', questionCount: 8 };
    expect(nextOf(days([quiz, exercise('b', 0, null)]))?.exercise.slug).toBe('b');
  });

  it('passes over empty days', () => {
    expect(nextOf(days([], [exercise('c', 0, null)]))).toMatchObject({
      day: 'day-2',
      exercise: { slug: 'c' },
    });
  });

  it('ends when all is done', () => {
    expect(nextOf(days([exercise('a', 1, 1)]))).toBeUndefined();
  });

  it('adds up the points, none for what was never graded', () => {
    const [day] = days([exercise('a', 1, 0.5), exercise('b', 1, null)]);
    expect(pointsOf(day?.exercises ?? [])).toEqual({ reached: 5, all: 20 });
  });

  it.each([
    [0, null, 'new'],
    [2, null, 'tried'],
    [1, 0, 'begun'],
    [1, 1, 'full'],
  ] as const)('%d attempts and best score %s is %s', (attempts, bestScore, progress) => {
    expect(progressOf({ standing: { attempts, bestScore, points: null } })).toBe(progress);
  });
});
