export { integrityFor, integrityOf } from './integrity.js';
export { isHopeless } from './hopeless.js';
export { progressView } from './progress-view.js';
export type { ProgressEvent } from './progress-view.js';
export { quizVerdict } from './quiz.js';
export type { QuizRubric } from './quiz.js';
export { verdictOf } from './verdict.js';
export { viewOf } from './view.js';
export type { Viewer } from './viewer.js';
