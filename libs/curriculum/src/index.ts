export { loadCatalogue } from './load-catalogue.js';
export type {
  Catalogue,
  CatalogueDay,
  CatalogueExercise,
  CatalogueQuiz,
  CatalogueSandboxExercise,
} from './catalogue.js';
export type { Workshop } from './curriculum-schema.js';
export { exerciseDigest, pageDigest, submissionDigest, templateDigest } from './digest.js';
export { ExerciseError } from './exercise-error.js';
export type { ContentProblem } from './exercise-error.js';
export type { Exercise, Quiz, SandboxExercise } from './exercise.js';
export { goldenSchema } from './golden.js';
export type { Golden, GoldenOutcome } from './golden.js';
export { gradingJob } from './grading-job.js';
export { loadExercise } from './load-exercise.js';
export { ownSubmissions, readSubmission } from './own-submissions.js';
export { openQuestionProblems, quizAnswers } from './quiz-answers.js';
export type { RenderedQuestion } from './rendered-question.js';
export { rubricOf } from './rubric.js';
export { submissionProblems } from './submission-rules.js';
export type { FileProblem } from './submission-rules.js';
export { pagesOf } from './pages/link-problems.js';
export type { Article, Heading, Lesson, Page, PageBlock, ReferencePage } from './pages/page.js';
export { templateZip } from './templates.js';
export type { Template } from './templates.js';
