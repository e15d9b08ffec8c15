import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { openApiFile, openApiText } from './file.js';

describe("the API's description in docs/openapi.json", () => {
  it('is the one that the API serves: else run `npm run openapi -w @lakeproof/api` and commit it', async () => {
    expect(await readFile(openApiFile, 'utf8')).toBe(await openApiText());
  });
});
