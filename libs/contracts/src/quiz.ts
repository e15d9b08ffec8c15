import { z } from 'zod';
import { countedList } from './counted-list.js';
import { slugSchema } from './ids.js';

/** Letters stand for choices by their position: the first is `a`. */
export const letterOf = (position: number): string => String.fromCharCode('a'.charCodeAt(0) + position);

export const choiceSchema = z.strictObject({
  /** Markdown. */
  text: z.string().min(1),
  right: z.literal(true).optional(),
  /** Markdown: why it is right, or what it gets wrong. Shown after the quiz was submitted. */
  why: z.string().min(1),
});
export type Choice = z.infer<typeof choiceSchema>;

/** One question of a quiz: a misconception that a right answer catches. */
export const questionSchema = z.strictObject({
  id: slugSchema,
  concept: slugSchema,
  /** Markdown, code fences included. */
  text: z.string().min(1),
  choices: z
    .array(choiceSchema)
    .min(2)
    .max(6)
    .refine(
      (choices) => choices.some(({ right }) => right),
      'must have at least one choice with "right": true',
    ),
});
export type Question = z.infer<typeof questionSchema>;

/** Letters of the choices that are right, in order. */
export const rightLetters = ({ choices }: Question): string[] =>
  choices.flatMap(({ right }, position) => (right ? [letterOf(position)] : []));

/** The one file of a submission to a quiz. */
export const answersFile = 'answers.json';

/** Letters of one answer at most, before it is looked at which of them the question has. */
const mostLetters = 26;

/** answers.json: by question, the letters of the choices: `{ "null-filter": ["b"] }`. */
export const answersSchema = z.record(z.string(), countedList(z.string(), mostLetters));
export type Answers = z.infer<typeof answersSchema>;

/** A question as it stands before it was answered: what is right, and why, is not in it. */
export const questionViewSchema = z.strictObject({
  id: slugSchema,
  /** Rendered and sanitised. */
  html: z.string(),
  /** More than one choice is right: choose all that apply. */
  several: z.boolean(),
  choices: z.array(z.strictObject({ letter: z.string(), html: z.string() })),
});
export type QuestionView = z.infer<typeof questionViewSchema>;

/** What came of an answer, with the explanation of every choice: for those who have submitted. */
export const questionResultSchema = z.strictObject({
  ...questionViewSchema.shape,
  /** Exactly the right choices were chosen. */
  answeredRight: z.boolean(),
  choices: z.array(
    z.strictObject({
      letter: z.string(),
      html: z.string(),
      right: z.boolean(),
      chosen: z.boolean(),
      whyHtml: z.string(),
    }),
  ),
});
export type QuestionResult = z.infer<typeof questionResultSchema>;
