export {
  cohortIdSchema,
  enrolmentIdSchema,
  regradeIdSchema,
  slugSchema,
  submissionIdSchema,
  userIdSchema,
} from './ids.js';
export type { CohortId, EnrolmentId, RegradeId, SubmissionId, UserId } from './ids.js';
export {
  correctVariantSchema,
  hintSchema,
  hintsOf,
  mutantSchema,
  sparkConfSchema,
  variantKindSchema,
  variantSchema,
} from './variant.js';
export type { CorrectVariant, Mutant, Variant, VariantKind } from './variant.js';
export {
  answersFile,
  answersSchema,
  choiceSchema,
  letterOf,
  questionResultSchema,
  questionSchema,
  questionViewSchema,
  rightLetters,
} from './quiz.js';
export type { Answers, Choice, Question, QuestionResult, QuestionView } from './quiz.js';
export { openedHintsSchema, openHintBodySchema, survivorKeySchema } from './hints.js';
export type { OpenedHints, OpenHintBody } from './hints.js';
export { reasonSchema, reasonSentence } from './reason.js';
export type { Reason } from './reason.js';
export {
  causeSchema,
  matrixCellSchema,
  testOutcomeSchema,
  testVerdictSchema,
  timingSchema,
  variantOutcomeSchema,
  variantVerdictSchema,
  verdictSchema,
  verdictStateSchema,
} from './verdict.js';
export type {
  Cause,
  MatrixCell,
  TestOutcome,
  TestVerdict,
  Timing,
  VariantOutcome,
  VariantVerdict,
  Verdict,
  VerdictState,
} from './verdict.js';
export { falseAlarmCost, falseAlarmCostInWords } from './false-alarms.js';
export type { FalseAlarmCost } from './false-alarms.js';
export { integrityNoteSchema, integritySentence } from './integrity.js';
export type { IntegrityNote } from './integrity.js';
export { cellViewSchema, variantViewSchema, verdictViewSchema } from './verdict-view.js';
export type { CellView, VariantView, VerdictView } from './verdict-view.js';
export type { HiddenTest, Rubric } from './rubric.js';
export { unknownWord } from './open-enum.js';
export { exerciseModes, exerciseModeSchema, inSandbox, optionsByMode } from './mode.js';
export type { ExerciseMode, SandboxMode } from './mode.js';
export { exerciseLimitsSchema, submissionBodyBytes, submissionLimits } from './limits.js';
export type { ExerciseLimits } from './limits.js';
export {
  collectionFailureSchema,
  harnessEventSchema,
  harnessJobSchema,
  harnessProtocol,
  variantEndSchema,
} from './harness.js';
export type {
  CollectedEvent,
  CollectionFailure,
  HarnessEvent,
  HarnessJob,
  NoteEvent,
  TestEvent,
  VariantEnd,
  VariantEvent,
} from './harness.js';
export type { Effort, Named, Report, ReportEnd, SecondRun } from './report.js';
export { DomainError, problemSchema, problemStatus } from './problem.js';
export type { Problem, ProblemCode } from './problem.js';
export { loginBodySchema, meSchema, roleSchema } from './session.js';
export type { LoginBody, Me, Role } from './session.js';
export {
  filePathSchema,
  storedFileSchema,
  submissionFileSchema,
  submissionFilesSchema,
} from './submission-files.js';
export type { SubmissionFile, SubmissionFiles } from './submission-files.js';
export {
  isUnderWay,
  submissionKindSchema,
  submissionReceiptSchema,
  submissionStateSchema,
  submissionSummarySchema,
  submissionViewSchema,
  submitBodySchema,
} from './submission.js';
export type {
  SubmissionKind,
  SubmissionReceipt,
  SubmissionState,
  SubmissionSummary,
  SubmissionView,
  SubmitBody,
  ToldState,
} from './submission.js';
export { liveEventSchema, progressSchema } from './progress.js';
export type { LiveEvent, Progress, SubmissionEvent } from './progress.js';
export {
  curriculumViewSchema,
  engineSchema,
  exerciseSummarySchema,
  exerciseViewSchema,
  standingSchema,
} from './catalogue.js';
export type {
  CurriculumView,
  Engine,
  ExerciseSummary,
  ExerciseView,
  QuizView,
  SandboxExerciseView,
  Standing,
} from './catalogue.js';
export { canaryOutcomeSchema, canarySchema, healthReportSchema, roomRules, roomViewSchema } from './room.js';
export type { CanaryOutcome, CanaryView, HealthReport, RoomView } from './room.js';
export type { SandboxFile, SandboxJob, SandboxVariant } from './sandbox-job.js';
export { channels } from './channels.js';
export {
  gradeAgainOptions,
  gradeJobOptions,
  priorityOf,
  regradeJobOptions,
  queueJobSchema,
  queueNames,
  queueOf,
  queues,
} from './queue.js';
export type { QueueJob, QueueName, QueueSpec } from './queue.js';
export { workerFaultsSchema, workerHeartbeat, workerPulseSchema } from './worker-pulse.js';
export type { WorkerFaults, WorkerPulse } from './worker-pulse.js';
export {
  articleSummarySchema,
  articleViewSchema,
  dayStepSchema,
  lessonSummarySchema,
  lessonViewSchema,
  outlineSchema,
  referenceSummarySchema,
  referenceViewSchema,
  templateSummarySchema,
} from './pages.js';
export type {
  ArticleSummary,
  ArticleView,
  DayStep,
  LessonSummary,
  LessonView,
  Outline,
  OutlineDay,
  ReferenceSummary,
  ReferenceView,
  TemplateSummary,
} from './pages.js';
