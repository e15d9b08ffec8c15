import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { submissionFilesSchema } from '@lakeproof/contracts';
import { submissionProblems, type SandboxExercise } from '@lakeproof/curriculum';
import { SentenceError } from '@lakeproof/terminal';
import { z } from 'zod';

/** One of uploads.json: files that must be refused before any sandbox is taken. */
const uploadSchema = z.strictObject({
  name: z.string().min(1),
  tries: z.string().min(1),
  /** The content is `repeated`, and there are so many `files`, with their number for `{n}` in the path. */
  files: z.array(
    z.strictObject({
      path: z.string(),
      content: z.string().default(''),
      repeated: z.number().int().positive().default(1),
      files: z.number().int().positive().default(1),
    }),
  ),
  /** Of the refusal, as a regular expression. */
  refused: z.string().min(1),
});
export type Upload = z.output<typeof uploadSchema>;

/** @throws SentenceError when uploads.json can't be used */
export async function readUploads(dir: string): Promise<Upload[]> {
  const file = join(dir, 'uploads.json');
  try {
    return z.array(uploadSchema).parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new SentenceError(`${file}: ${problem}`);
  }
}

/** In sentences, why an upload was not refused as it must be; none when it was. */
export function acceptedProblems(exercise: SandboxExercise, upload: Upload): string[] {
  const files = upload.files.flatMap(({ path, content, repeated, files: many }) =>
    Array.from({ length: many }, (_, n) => ({
      path: path.replace('{n}', String(n)),
      content: content.repeat(repeated),
    })),
  );
  const checked = submissionFilesSchema.safeParse(files);
  const said = checked.success
    ? submissionProblems(exercise, checked.data).map(({ message }) => message)
    : checked.error.issues.map(({ message }) => message);
  if (said.length === 0) return ['it was accepted'];
  if (said.some((message) => new RegExp(upload.refused).test(message))) return [];
  return [`it was refused, but not as /${upload.refused}/: ${said.join(' ')}`];
}
