import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations } from './accessibility.js';
import { launchBrowser } from './browser.js';
import { Participant } from './participant.js';
import { startSite, type Site } from './stack.js';

jest.setTimeout(300_000);

const slug = 'day-1-opening';
const folder = join(import.meta.dirname, '../../../exercises/day-1-unit-tests', slug);
type Answers = Record<string, string[]>;
const answersOf = async (submission: string) =>
  JSON.parse(await readFile(join(folder, submission, 'answers.json'), 'utf8')) as Answers;

describe('a quiz in the browser', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    site = await startSite();
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    await new Participant(page, site.url).signIn('grace@lakeproof.test');
    await page.goto(`${site.url}/learn/day-1-unit-tests/${slug}`);
  });

  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  const submit = () => page.getByRole('button', { name: 'Submit answers' }).click();
  const choose = async (answers: Answers) => {
    for (const [id, letters] of Object.entries(answers))
      for (const letter of letters) await page.locator(`input[name="${id}"][value="${letter}"]`).check();
  };

  it('points to the first question that has no answer', async () => {
    await submit();
    await page.getByText('0 of 8 answered. Still open: 1').waitFor();
    expect(await page.locator('input:focus').getAttribute('name')).toBe('null-filter');
  });

  it('is answered by the keyboard, and keeps the answers through a reload', async () => {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.getByText('1 of 8 answered').waitFor();
    await page.reload();
    await page.getByText('1 of 8 answered').waitFor();
    expect(await page.locator('input[name="null-filter"][value="b"]').isChecked()).toBe(true);
  });

  it('explains each choice once it is submitted', async () => {
    expect(await page.getByText('takes in all rows with an equal').count()).toBe(0);
    await choose(await answersOf('samples/as-it-reads'));
    await submit();
    await page.getByText('0 of 8 questions right').waitFor();
    await page.getByText('takes in all rows with an equal').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('can be tried again as a retry: the first answers stay the grade', async () => {
    await page.getByText('These are your first answers: they count.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await choose(await answersOf('solution'));
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('All 8 questions right.').waitFor();
    await page.getByText('This is a retry: your grade stays 0 %, from your first answers.').waitFor();
    await page.getByRole('button', { name: /Retry 1/ }).click();
    await page.getByRole('menuitem', { name: /Attempt 1/ }).click();
    await page.getByText('0 of 8 questions right').waitFor();
  });
});
