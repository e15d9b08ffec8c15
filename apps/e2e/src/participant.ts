import type { Page } from 'playwright-core';
import type { Exercise } from './exercise.js';

/** What a participant does in the browser, by the names they see. */
export class Participant {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async signIn(email: string): Promise<void> {
    await this.page.goto(`${this.url}/login`);
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill('lakeproof-demo');
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.waitForURL('**/learn');
  }

  async open({ address, file }: Exercise): Promise<void> {
    await this.page.goto(`${this.url}${address}`);
    await this.page.getByRole('tab', { name: file }).click();
  }

  /** Replaces what stands in the editor, by the keyboard. */
  async write(text: string): Promise<void> {
    await this.page.locator('.cm-content').click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  async submit(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
  }

  /** Waits for the verdict's headline. */
  async reads(headline: string): Promise<void> {
    await this.page.getByRole('heading', { name: headline }).waitFor({ timeout: 240_000 });
  }
}
