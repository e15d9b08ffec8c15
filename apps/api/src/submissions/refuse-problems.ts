import { DomainError } from '@lakeproof/contracts';
import type { FileProblem } from '@lakeproof/curriculum';

/** Files that can't be taken as they are: told now rather than by a verdict. @throws DomainError invalid-files */
export function refuseProblems(problems: readonly FileProblem[]): void {
  if (problems.length > 0)
    throw new DomainError('invalid-files', problems.map(({ message }) => message).join(' '), problems);
}
