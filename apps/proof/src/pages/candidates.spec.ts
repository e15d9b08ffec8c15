import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '@lakeproof/curriculum';
import { writeFiles } from '@lakeproof/curriculum/testing';
import { candidatesOf } from './candidates.js';

const curriculum = {
  workshop: { title: 'T', trainer: 'B', feeEur: 7000, seats: 10, dayRateEur: 800, modes: ['online'] },
  days: [{ slug: 'day-1', title: 'Day', lessons: [], exercises: [] }],
  reference: ['code', 'words'],
};
const matter = '---\ntitle: T\nsummary: S\n---\n\n';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  await writeFiles(folder, {
    'curriculum.json': JSON.stringify(curriculum),
    'day-1/day.md': '# Day\n',
    'reference/code.md': `${matter}\`\`\`python run\npass\n\`\`\`\n`,
    'reference/words.md': `${matter}Words.\n`,
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('pages', () => {
  it('that are run are verified again when the program that runs them has changed', async () => {
    const catalogue = await loadCatalogue(folder);
    const [before, after] = ['print(1)', 'print(2)'].map(
      (program) => new Map(candidatesOf(catalogue, program).map(({ name, inputs }) => [name, inputs])),
    );
    expect(after?.get('reference/code')).not.toBe(before?.get('reference/code'));
    expect(after?.get('reference/words')).toBe(before?.get('reference/words'));
  });
});
