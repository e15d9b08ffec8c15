import { filePathSchema } from '@lakeproof/contracts';

/** What is wrong with a name for a file of one's own; null when it can be taken. */
export function fileNameProblem(name: string, taken: readonly string[]): string | null {
  if (name === '') return 'Type a name, such as test_more.py.';
  const parsed = filePathSchema.safeParse(name);
  if (!parsed.success) return `The name ${parsed.error.issues[0]?.message ?? 'can not be used'}.`;
  if (!name.endsWith('.py')) return 'The name must end in .py: only Python files are run.';
  if (!/^[\w./-]+$/.test(name)) return 'Use letters, digits, "_", "-", "." and "/" only.';
  const same = taken.find((path) => path.toLowerCase() === name.toLowerCase());
  return same === undefined ? null : `${same} is there already.`;
}
