import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.js';
import { launchBrowser } from './browser.js';
import { cleanOrders, notebook } from './exercise.js';
import { Participant } from './participant.js';
import { startStack, type Stack } from './stack.js';

jest.setTimeout(300_000);

describe('a participant in the browser', () => {
  let stack: Stack;
  let browser: Browser;
  let ada: Participant;

  beforeAll(async () => {
    browser = await launchBrowser();
    stack = await startStack();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    ada = new Participant(await context.newPage(), stack.url);
    await ada.signIn('ada@lakeproof.test');
  });

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('sees which bugs a weak suite lets through', async () => {
    const { caught } = await cleanOrders.outcome('samples/weak');
    await ada.open(cleanOrders);
    await ada.write(await cleanOrders.written('samples/weak'));
    await ada.submit();
    await ada.reads(`${8 - caught.length} of 8 bugs would reach production`);
    const meter = ada.page.getByRole('img', { name: `${caught.length} of 8 bugs caught` });
    expect(await meter.count()).toBeGreaterThan(0);
  });

  it('opens a hint on a bug that survived, and finds it again after a reload', async () => {
    const hints = ada.page.getByRole('list', { name: /^Hints on Bug/ }).getByRole('listitem');
    expect(await hints.count()).toBe(0);
    await ada.page
      .getByRole('button', { name: /^Open hint 1 of/ })
      .first()
      .click();
    await hints.first().waitFor();
    const hint = await hints.first().textContent();
    await ada.page.reload();
    await ada.page.getByText(hint ?? '').waitFor();
    expect(await hints.count()).toBe(1);
    expect(await violations(ada.page)).toEqual([]);
  });

  it('does not learn the names of bugs that survived', async () => {
    const answer = await ada.page.request.get(`${stack.url}/api/exercises/clean-orders`);
    const { submissions } = (await answer.json()) as { submissions: { id: string }[] };
    const view = await ada.page.request.get(`${stack.url}/api/submissions/${submissions[0]?.id ?? ''}`);
    const text = await view.text();
    expect(text).toContain('status-null-lost');
    expect(text).not.toContain('guests-not-counted');
  });

  it('is told where the syntax error is, and gets no score', async () => {
    await ada.write('def test_broken(:\n    pass\n');
    await ada.submit();
    await ada.page
      .getByText('Python could not parse one of your files')
      .first()
      .waitFor({ timeout: 240_000 });
    await ada.page.getByText('test_orders.py').first().waitFor();
  });

  it('finds the draft again after a reload', async () => {
    await ada.page.reload();
    await ada.page.locator('.cm-content', { hasText: 'test_broken' }).waitFor();
  });

  it('stops what it sent, by the keyboard, and has lost no attempt by it', async () => {
    await ada.write('import time\n\n\ndef test_sleeps():\n    time.sleep(15)\n');
    await ada.submit();
    const stop = ada.page.getByRole('button', { name: 'Stop' });
    await stop.focus();
    await ada.page.keyboard.press('Enter');
    // The keyboard goes on from there: the button is gone.
    await ada.page.locator('p:focus', { hasText: 'Stopped. It does not count as an attempt.' }).waitFor();
    expect(await violations(ada.page)).toEqual([]);
  });

  it('catches every bug with the exemplar', async () => {
    await ada.write(await cleanOrders.written('solution'));
    await ada.submit();
    await ada.reads('No bug would reach production');
  });

  it('keeps the best score in the overview of the days', async () => {
    await ada.page.goto(`${stack.url}/learn`);
    await ada.page.getByText('100').first().waitFor();
  });

  it('reads which hidden tests pass on its code', async () => {
    const { validTests } = await notebook.outcome('samples/narrow');
    await ada.open(notebook);
    await ada.page.getByText('15 hidden tests', { exact: true }).waitFor();
    await ada.write(await notebook.written('samples/narrow'));
    await ada.submit();
    await ada.reads(`${validTests} of 15 hidden tests pass`);
    const results = ada.page.getByRole('list', { name: 'Hidden tests' }).getByRole('listitem');
    expect(await results.count()).toBe(15);
    expect(await results.getByRole('img', { name: 'Fails' }).count()).toBe(15 - validTests);
    expect(await violations(ada.page)).toEqual([]);
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)('meets pages without accessibility faults (%s, %d px)', async (colorScheme, width) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
      storageState: await ada.page.context().storageState(),
    });
    const page = await context.newPage();
    const found: string[] = [];
    for (const address of ['/', '/learn', cleanOrders.address, notebook.address, '/login', '/nowhere']) {
      await page.goto(`${stack.url}${address}`);
      await page.locator('main[aria-busy=true]').waitFor({ state: 'detached' });
      await page.locator('main h1').first().waitFor();
      found.push(...(await violations(page)).map((violation) => `${address} ${violation}`));
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
