import type { SandboxFile, Variant } from '@lakeproof/contracts';
import { entriesOf, filesUnder, inside } from './content-files.js';
import type { Place } from './content-files.js';
import type { ContentProblem } from './exercise-error.js';

/** The overlay of each variant that has one. */
export async function readOverlays(exercise: Place): Promise<Map<string, SandboxFile[]>> {
  const folder = inside(exercise, 'variants');
  const entries = (await entriesOf(folder)) ?? [];
  return new Map(
    await Promise.all(
      entries.map(async ({ name }) => [name, await filesUnder(inside(folder, name))] as const),
    ),
  );
}

/**
 * What is wrong between the variants of exercise.json and the folders in variants/: one without the
 * other, and overlays that change nothing.
 */
export function overlayProblems(
  variants: readonly Variant[],
  overlays: ReadonlyMap<string, readonly SandboxFile[]>,
  reference: readonly SandboxFile[],
): ContentProblem[] {
  const original = new Map(reference.map(({ path, content }) => [path, content]));
  const names = new Set(variants.map(({ name }) => name));
  const unlisted = [...overlays.keys()].filter((name) => !names.has(name));
  return [
    ...unlisted.map((name) => ({
      field: 'variants',
      problem: `variants/${name}/ is there, but no variant of that name: list it, or remove the folder`,
    })),
    ...variants.flatMap((variant, index) => {
      const field = `variants.${String(index)}`;
      const overlay = overlays.get(variant.name);
      if (variant.name === 'reference')
        return overlay
          ? [
              {
                field,
                problem: 'variants/reference/ must not exist: the reference is the content of reference/',
              },
            ]
          : [];
      const settings = Object.keys(variant.conf ?? {}).length;
      if (!overlay?.length && settings === 0)
        return [{ field, problem: `needs files in variants/${variant.name}/, a "conf", or both` }];
      return (overlay ?? [])
        .filter(({ path, content }) => sameContent(content, original.get(path)))
        .map(({ path }) => ({
          field,
          problem: `variants/${variant.name}/${path} equals reference/${path}: an overlay holds only files that differ`,
        }));
    }),
  ];
}

function sameContent(a: string | Uint8Array, b: string | Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;
}
