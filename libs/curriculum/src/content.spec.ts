import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from './load-catalogue.js';
import { gradingJob } from './grading-job.js';
import { exerciseJsonSchema } from './json-schema.js';
import { quizAnswers } from './quiz-answers.js';
import { ownSubmissions } from './own-submissions.js';

const exercises = new URL('../../../exercises/', import.meta.url);

describe('the content of this repository', () => {
  it('loads without a problem', async () => {
    const { problems, exercises: loaded } = await loadCatalogue(exercises.pathname);
    expect(problems).toEqual([]);
    expect(loaded.size).toBeGreaterThan(0);
  });

  it('brings a solution and a sample to each exercise, all of which can be submitted', async () => {
    const { exercises: loaded } = await loadCatalogue(exercises.pathname);
    for (const exercise of loaded.values()) {
      const submissions = await ownSubmissions(exercise);
      expect([exercise.slug, submissions.size >= 2]).toEqual([exercise.slug, true]);
      for (const files of submissions.values())
        expect(() =>
          exercise.mode === 'quiz' ? quizAnswers(exercise, files) : gradingJob(exercise, files),
        ).not.toThrow();
    }
  });
});

describe('exercise.schema.json', () => {
  it('is what the schema in code says (npm run -w @lakeproof/curriculum schema writes it anew)', async () => {
    expect(await readFile(new URL('exercise.schema.json', exercises), 'utf8')).toBe(exerciseJsonSchema());
  });
});
