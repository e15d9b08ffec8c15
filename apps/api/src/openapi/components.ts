import {
  articleViewSchema,
  curriculumViewSchema,
  exerciseSummarySchema,
  exerciseViewSchema,
  healthReportSchema,
  integrityNoteSchema,
  lessonViewSchema,
  liveEventSchema,
  loginBodySchema,
  meSchema,
  openedHintsSchema,
  openHintBodySchema,
  outlineSchema,
  problemSchema,
  referenceViewSchema,
  roomViewSchema,
  submissionFileSchema,
  submissionReceiptSchema,
  submissionSummarySchema,
  submissionViewSchema,
  submitBodySchema,
  templateSummarySchema,
  verdictViewSchema,
} from '@lakeproof/contracts';
import { z } from 'zod';
import { asSent, withoutDialect } from './plain-schema.js';

/** The contracts that have a name in the API's description; what they hold besides stands inline. */
const named: Readonly<Record<string, z.ZodType>> = {
  ArticleView: articleViewSchema,
  CurriculumView: curriculumViewSchema,
  ExerciseSummary: exerciseSummarySchema,
  ExerciseView: exerciseViewSchema,
  HealthReport: healthReportSchema,
  IntegrityNote: integrityNoteSchema,
  LessonView: lessonViewSchema,
  LiveEvent: liveEventSchema,
  LoginBody: loginBodySchema,
  Me: meSchema,
  OpenedHints: openedHintsSchema,
  OpenHintBody: openHintBodySchema,
  Outline: outlineSchema,
  Problem: problemSchema,
  RoomView: roomViewSchema,
  ReferenceView: referenceViewSchema,
  SubmissionFile: submissionFileSchema,
  SubmissionReceipt: submissionReceiptSchema,
  SubmissionSummary: submissionSummarySchema,
  SubmissionView: submissionViewSchema,
  SubmitBody: submitBodySchema,
  TemplateSummary: templateSummarySchema,
  VerdictView: verdictViewSchema,
};

const nameOf = new Map(Object.entries(named).map(([name, schema]) => [schema as unknown, name]));
const addressOf = (name: string) => `#/components/schemas/${name}`;

/**
 * A reference to a contract in the API's description.
 * @throws Error when the contract has no name: a mistake found when the API starts
 */
export function schemaReference(schema: unknown): { $ref: string } {
  const name = nameOf.get(schema);
  if (!name) throw new Error('A route uses a contract that openapi/components.ts does not name.');
  return { $ref: addressOf(name) };
}

export const isNamed = (schema: unknown): boolean => nameOf.has(schema);

/** All named contracts as JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { uri: addressOf, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, withoutDialect(asSent(schema) as object)]),
  );
}
