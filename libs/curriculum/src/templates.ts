import { zipSync } from 'fflate';
import type { ZippableFile } from 'fflate';
import { z } from 'zod';
import { engineSchema } from '@lakeproof/contracts';
import type { Engine, SandboxFile } from '@lakeproof/contracts';
import { entriesOf, filesUnder, inside, refuseLink } from './content-files.js';
import type { Place } from './content-files.js';
import { fileError } from './exercise-error.js';
import { readJson } from './json-file.js';

const templateSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  engine: engineSchema.default('classic'),
});

/** A whole project to take home. */
export interface Template {
  readonly slug: string;
  readonly label: string;
  readonly title: string;
  readonly summary: string;
  /** What its own tests run on. */
  readonly engine: Engine;
  /** Without template.json and without what tools leave behind. */
  readonly files: readonly SandboxFile[];
}

/**
 * Reads templates/slug.
 * @throws ExerciseError, also for links: none is ever followed
 */
export async function loadTemplate(root: Place, slug: string): Promise<Template> {
  const folder = inside(root, 'templates');
  const place = inside(folder, slug);
  await refuseLink(folder);
  await refuseLink(place);
  if (!(await entriesOf(place))) throw fileError(place.label, 'is missing: there is no such folder');
  const described = await readJson(inside(place, 'template.json'), templateSchema);
  const files = (await filesUnder(place)).filter(({ path }) => path !== 'template.json');
  if (!files.some(({ path }) => path === 'README.md'))
    throw fileError(place.label, 'needs a README.md that says how to run it');
  return { slug, label: place.label, ...described, files };
}

/** One fixed time for all files: the same template is always the same zip. */
const packed = new Date('2020-01-01T00:00:00');

/** The template as a zip with one folder of its name. Scripts stay executable. */
export function templateZip({ slug, files }: Pick<Template, 'slug' | 'files'>): Uint8Array {
  const entries = files.map(({ path, content }): [string, ZippableFile] => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const mode = typeof content === 'string' && content.startsWith('#!') ? 0o755 : 0o644;
    return [`${slug}/${path}`, [bytes, { attrs: mode << 16, os: 3, mtime: packed }]];
  });
  return zipSync(Object.fromEntries(entries), { level: 9 });
}
