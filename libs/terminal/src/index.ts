export type { Io } from './io.js';
export { paintFor, plain } from './paint.js';
export type { Colour, Paint } from './paint.js';
export { cut, firstLine, printable } from './printable.js';
export { quietPipes } from './quiet-pipes.js';
export { SentenceError } from './sentence-error.js';
export { StatusLine } from './status-line.js';
