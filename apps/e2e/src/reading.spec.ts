import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations } from './accessibility.js';
import { launchBrowser } from './browser.js';
import { Participant } from './participant.js';
import { startSite, type Site } from './stack.js';

jest.setTimeout(300_000);

const lesson = '/learn/day-1-unit-tests/assertions';
const reference = '/reference/assertions-side-by-side';

describe('someone who reads', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    site = await startSite();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it('needs no login for the curriculum and the pages to look things up in', async () => {
    await page.goto(`${site.url}/curriculum`);
    await page.getByText('Assertions, and what they leave out').waitFor();
    await page.goto(`${site.url}${reference}`);
    await page.getByRole('heading', { level: 1, name: 'Assertions side by side' }).waitFor();
  });

  it('is asked to sign in for a lesson, and then led to it', async () => {
    await page.getByRole('link', { name: 'Assertions, and what they leave out' }).click();
    await page.waitForURL('**/login?next=**');
    expect(decodeURIComponent(page.url())).toContain(lesson);
  });

  it('goes from a lesson of the day on, until an exercise opens', async () => {
    const ada = new Participant(page, site.url);
    await ada.signIn('ada@lakeproof.test');
    await page.getByRole('link', { name: 'Assertions, and what they leave out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Assertions, and what they leave out' }).waitFor();
    await page.getByText('PASSED test_refunds_again.py::test_refunded_order').waitFor();
    // Lessons come before exercises; how many there are is the content's business.
    let here = lesson;
    for (let steps = 0; steps < 20; steps += 1) {
      // Until a page is there, the one before it shows its own next one, which is this page.
      const next = page
        .getByRole('navigation', { name: 'Previous and next' })
        .locator(`a[rel=next]:not([href$="${here}"])`);
      const kind = await next.innerText();
      here = (await next.getAttribute('href')) ?? '';
      await next.click();
      await page.waitForURL(`**${here}`);
      if (kind.startsWith('Next exercise')) break;
    }
    await page
      .getByRole('button', { name: /submit/i })
      .first()
      .waitFor();
  });

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('meets pages without accessibility faults (%s, %d px)', async (colorScheme, width) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
      storageState: await page.context().storageState(),
    });
    const reader = await context.newPage();
    const found: string[] = [];
    for (const address of [lesson, reference, '/curriculum', '/articles']) {
      await reader.goto(`${site.url}${address}`);
      await reader.locator('main[aria-busy=true]').waitFor({ state: 'detached' });
      await reader.locator('main h1').first().waitFor();
      found.push(...(await violations(reader)).map((violation) => `${address} ${violation}`));
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
