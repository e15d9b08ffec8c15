import {
  filePathSchema,
  harnessProtocol,
  type HarnessJob,
  type SandboxFile,
  type SandboxJob,
} from '@lakeproof/contracts';
import { pack } from 'tar-stream';
import type { NumberedVariants } from './numbered-variants.js';

/** What a suite may do at most, beyond the exercise's own limits. */
export const suiteLimits = {
  tests: 500,
  testOutputBytes: 64 * 1024,
  outputBytes: 1024 * 1024,
  idChars: 500,
  messageChars: 2000,
} as const;

/**
 * All that goes into a sandbox: the header line, then the tar with `reference/`, `variants/<n>/`,
 * `submission/` and `submissions/<n>/`. Names and kinds of variants are not in it.
 *
 * @param parallel variants that run at the same time
 * @throws ZodError when a file's path could leave its folder
 */
export function jobInput(job: SandboxJob, variants: NumberedVariants, parallel: number): Buffer {
  const tar = tarOf([
    ...under('reference', job.reference),
    ...variants.inOrder.flatMap((variant, n) => under(`variants/${n}`, variant.overlay)),
    ...under('submission', job.submission),
    ...variants.inOrder.flatMap(({ submission = [] }, n) => under(`submissions/${n}`, submission)),
  ]);
  const header: HarnessJob = {
    protocol: harnessProtocol,
    mode: job.mode,
    engine: job.engine,
    variants: variants.inOrder.map(({ conf }, n) => ({ n, conf: { ...conf } })),
    limits: {
      seconds: job.limits.seconds,
      variantSeconds: job.limits.variantSeconds,
      parallel,
      ...suiteLimits,
    },
    tarBytes: tar.length,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), tar]);
}

const under = (folder: string, files: readonly SandboxFile[]) =>
  files.map(({ path, content }) => ({ path: `${folder}/${filePathSchema.parse(path)}`, content }));

function tarOf(files: readonly SandboxFile[]): Buffer {
  const archive = pack();
  for (const { path, content } of files)
    // One fixed time for all: a time of change would tell an overlay's file from the reference's.
    archive.entry({ name: path, mode: 0o644, mtime: new Date(0) }, Buffer.from(content as Uint8Array));
  archive.finalize();
  const chunks: Buffer[] = [];
  for (let chunk = archive.read() as Buffer | null; chunk; chunk = archive.read() as Buffer | null)
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
