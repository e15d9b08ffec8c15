import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  articleViewSchema,
  lessonViewSchema,
  outlineSchema,
  templateSummarySchema,
} from '@lakeproof/contracts';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { problemIn } from '../testing/bodies.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

describe('without a login', () => {
  it('the outline of the workshop can be read, and kept for a while', async () => {
    const answer = await (await api.as()).get('/api/outline').expect(200);
    expect(answer.headers['cache-control']).toMatch(/^public, max-age=\d+/);
    const { days, articles, reference } = outlineSchema.parse(answer.body);
    expect(days).toMatchObject([
      {
        slug: 'day-1-unit-tests',
        lessons: [{ slug: 'nulls', minutes: 10, concepts: ['nulls'] }],
        exercises: [{ slug: 'clean-orders' }, { slug: 'opening-quiz' }],
        monday: { slug: 'monday', title: 'On Monday' },
      },
    ]);
    expect(articles).toMatchObject([{ slug: 'rpc-in-spark', summary: 'What a message costs.' }]);
    expect(reference).toMatchObject([{ slug: 'glossary' }]);
  });

  it('an article can be read, and leads to its lab', async () => {
    const answer = await (await api.as()).get('/api/articles/rpc-in-spark').expect(200);
    expect(articleViewSchema.parse(answer.body)).toMatchObject({
      html: '<p>Driver and executors talk.</p>',
      lab: { day: 'day-1-unit-tests', slug: 'clean-orders' },
    });
  });

  it.each(['days/day-1-unit-tests/lessons/nulls', 'templates', 'templates/pyspark-project/archive'])(
    '%s is refused',
    async (path) => {
      expect(problemIn(await (await api.as()).get(`/api/${path}`).expect(401))).toMatchObject({
        code: 'not-signed-in',
      });
    },
  );
});

describe('with a login', () => {
  it('a lesson shows its text, its headings and the way through its day', async () => {
    const answer = await (await api.as('ada')).get('/api/days/day-1-unit-tests/lessons/nulls').expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const lesson = lessonViewSchema.parse(answer.body);
    expect(lesson.html).toContain('<strong>not</strong>');
    expect(lesson.toc).toEqual([{ id: 'why', text: 'Why', level: 2 }]);
    expect(lesson.steps.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual([
      'lesson nulls',
      'exercise clean-orders',
      'exercise opening-quiz',
      'lesson monday',
    ]);
  });

  it('what to take to work is a lesson of its own', async () => {
    const answer = await (await api.as('ada')).get('/api/days/day-1-unit-tests/lessons/monday').expect(200);
    expect(lessonViewSchema.parse(answer.body)).toMatchObject({ title: 'On Monday', concepts: [] });
  });

  it('templates are listed, and downloaded as zips', async () => {
    const ada = await api.as('ada');
    const [template] = templateSummarySchema
      .array()
      .parse((await ada.get('/api/templates').expect(200)).body);
    expect(template).toMatchObject({ slug: 'pyspark-project', title: 'A project', files: 1 });
    const archive = await ada.get('/api/templates/pyspark-project/archive').responseType('blob').expect(200);
    expect(archive.headers['content-type']).toBe('application/zip');
    expect(archive.headers['content-disposition']).toBe('attachment; filename="pyspark-project.zip"');
    const zip = archive.body as Buffer;
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    expect(zip).toHaveLength(template?.bytes ?? 0);
  });

  it.each([
    'days/day-1-unit-tests/lessons/no-such',
    'days/no-such/lessons/nulls',
    'articles/no-such',
    'reference/no-such',
    'templates/no-such/archive',
  ])('%s is not found', async (path) => {
    const answer = await (await api.as('ada')).get(`/api/${path}`).expect(404);
    expect(problemIn(answer)).toMatchObject({ code: 'not-found' });
  });
});
