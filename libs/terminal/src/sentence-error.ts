/** The command can't be carried out as it was given. Its message is all a person has to read. */
export class SentenceError extends Error {
  override readonly name = 'SentenceError';
}
