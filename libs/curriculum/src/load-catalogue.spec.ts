import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from './load-catalogue.js';
import { temporaryFolder, writeExercise, writeFiles } from './testing/exercise-folder.js';

const workshop = {
  title: 'Trust your pipelines',
  trainer: 'Bartosz Konieczny',
  feeEur: 7000,
  seats: 10,
  dayRateEur: 800,
  modes: ['in-person', 'online'],
};
const day = {
  slug: 'day-1',
  title: 'Unit tests',
  lessons: ['nulls'],
  exercises: ['clean-orders', 'join-fan-out'],
};
const lesson = '---\ntitle: Nulls\nminutes: 10\nconcepts: [nulls]\n---\n## Why\n';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let root: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  root = join(folder.path, 'exercises');
  await writeFiles(root, {
    'curriculum.json': { workshop, days: [day] },
    'day-1/day.md': '# Today',
    'day-1/lessons/01-nulls.md': lesson,
  });
  await writeExercise(join(root, 'day-1/clean-orders'));
  await writeExercise(join(root, 'day-1/join-fan-out'), { 'README.md': '# Joins\n' });
});
afterEach(() => folder.remove());

describe('a catalogue', () => {
  it('holds days, lessons and exercises in order, rendered', async () => {
    const catalogue = await loadCatalogue(root);
    expect(catalogue.problems).toEqual([]);
    expect(catalogue.workshop).toEqual(workshop);
    expect(catalogue.days).toHaveLength(1);
    expect(catalogue.days[0]).toMatchObject({
      slug: 'day-1',
      introHtml: '<h1 id="today"><a class="anchor" href="#today">Today</a></h1>',
      lessons: [{ slug: 'nulls', title: 'Nulls', minutes: 10, concepts: ['nulls'] }],
      unavailable: [],
    });
    expect([...catalogue.exercises.keys()]).toEqual(['clean-orders', 'join-fan-out']);
    expect(catalogue.exercises.get('join-fan-out')).toMatchObject({
      day: { slug: 'day-1', title: 'Unit tests' },
      instructionsHtml: '<h1 id="joins"><a class="anchor" href="#joins">Joins</a></h1>',
    });
  });

  it('starts without a broken exercise, and names the problem', async () => {
    await rm(join(root, 'day-1/clean-orders/README.md'));
    const { days, exercises, problems } = await loadCatalogue(root);
    const problem = 'exercises/day-1/clean-orders/README.md: is missing';
    expect([...exercises.keys()]).toEqual(['join-fan-out']);
    expect(days[0]?.unavailable).toEqual([{ slug: 'clean-orders', problem }]);
    expect(problems).toEqual([problem]);
  });

  it.each([
    {
      what: 'exercise',
      path: 'day-1/join-fan-out',
      problem: 'exercises/day-1/join-fan-out: is missing: there is no such folder',
    },
    {
      what: 'lesson',
      path: 'day-1/lessons/01-nulls.md',
      problem: 'exercises/day-1/lessons: has no file NN-nulls.md',
    },
    { what: 'day.md', path: 'day-1/day.md', problem: 'exercises/day-1/day.md: is missing' },
  ])('starts without a missing $what', async ({ path, problem }) => {
    await rm(join(root, path), { recursive: true });
    expect((await loadCatalogue(root)).problems).toEqual([problem]);
  });

  it.each([
    { what: 'no front matter', markdown: '# Nulls', says: 'must start with front matter' },
    {
      what: 'front matter without a title',
      markdown: '---\nminutes: 1\nconcepts: []\n---\n',
      says: 'title: Invalid input',
    },
    {
      what: 'front matter that is no YAML',
      markdown: '---\ntitle: [\n---\n',
      says: 'front matter is not YAML',
    },
  ])('starts without a lesson with $what', async ({ markdown, says }) => {
    await writeFiles(root, { 'day-1/lessons/01-nulls.md': markdown });
    const { days, problems } = await loadCatalogue(root);
    expect(days[0]?.lessons).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(`exercises/day-1/lessons/01-nulls.md: ${says}`)]);
  });

  it('follows no link to an exercise', async () => {
    await rm(join(root, 'day-1/join-fan-out'), { recursive: true });
    await symlink(join(root, 'day-1/clean-orders'), join(root, 'day-1/join-fan-out'));
    const { exercises, problems } = await loadCatalogue(root);
    expect([...exercises.keys()]).toEqual(['clean-orders']);
    expect(problems).toContain('exercises/day-1/join-fan-out: is a symbolic link: put the file itself there');
  });

  it('names exercises no one would see', async () => {
    await writeExercise(join(root, 'day-1/forgotten'));
    expect((await loadCatalogue(root)).problems).toEqual([
      'exercises/day-1/forgotten: is not in curriculum.json: no one will see it',
    ]);
  });

  it('may announce a day that has nothing yet', async () => {
    const later = { slug: 'day-2', title: 'Data tests', lessons: [], exercises: [] };
    await writeFiles(root, { 'curriculum.json': { workshop, days: [day, later] } });
    const { days, problems } = await loadCatalogue(root);
    expect(problems).toEqual([]);
    expect(days[1]).toMatchObject({ slug: 'day-2', introHtml: '', exercises: [] });
  });
});

describe('the links of a catalogue', () => {
  const page = (text: string) =>
    `---\ntitle: Nulls\nminutes: 10\nconcepts: []\n---\n## Why nulls\n\n${text}\n`;

  it.each([
    '#why-nulls',
    '/learn/day-1/nulls#why-nulls',
    '/learn/day-1/clean-orders',
    '/learn/day-1/monday',
    '/learn#day-1',
    'https://spark.apache.org',
  ])('may lead to %s', async (url) => {
    await writeFiles(root, {
      'day-1/lessons/01-nulls.md': page(`[x](${url})`),
      'day-1/monday.md': page('Do it.'),
    });
    expect((await loadCatalogue(root)).problems).toEqual([]);
  });

  it.each(['#why', '/learn/day-1/joins', '/articles/rpc', '/learn/day-1/clean-orders#bugs'])(
    'are named when they lead to %s, which is not there',
    async (url) => {
      await writeFiles(root, { 'day-1/lessons/01-nulls.md': page(`[x](${url})`) });
      const { problems, days } = await loadCatalogue(root);
      expect(problems).toEqual([
        expect.stringContaining(`exercises/day-1/lessons/01-nulls.md: line 8: links to ${url}, but`),
      ]);
      expect(days[0]?.lessons).toHaveLength(1);
    },
  );
});

describe('a curriculum.json', () => {
  it.each<{ what: string; json: object | string; says: string }>([
    { what: 'no JSON', json: '{', says: 'curriculum.json: is not JSON' },
    {
      what: 'a missing fee',
      json: { workshop: { ...workshop, feeEur: undefined }, days: [day] },
      says: 'workshop.feeEur: ',
    },
    { what: 'no days', json: { workshop, days: [] }, says: 'days: Too small' },
    {
      what: 'a day twice',
      json: { workshop, days: [day, { ...day, exercises: [] }] },
      says: 'days.1.slug: "day-1" is there twice',
    },
    {
      what: 'an exercise in two days',
      json: { workshop, days: [day, { ...day, slug: 'day-2', exercises: ['x', 'clean-orders'] }] },
      says: 'days.1.exercises.1: "clean-orders" is there twice',
    },
  ])('with $what stops the start, by file and field', async ({ json, says }) => {
    await writeFiles(root, { 'curriculum.json': json as string });
    await expect(loadCatalogue(root)).rejects.toThrow(says);
  });

  it('is missed by name', async () => {
    await expect(loadCatalogue(join(root, 'day-1'))).rejects.toThrow('day-1/curriculum.json: is missing');
  });
});
