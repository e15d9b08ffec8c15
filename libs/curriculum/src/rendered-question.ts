import type { Question } from '@lakeproof/contracts';
import { renderMarkdown } from './markdown.js';

/** A question's Markdown, rendered and sanitised; choices in the order of their letters. */
export interface RenderedQuestion extends Question {
  readonly html: string;
  readonly choices: (Question['choices'][number] & { readonly html: string; readonly whyHtml: string })[];
}

export const renderQuestion = async (question: Question): Promise<RenderedQuestion> => ({
  ...question,
  html: await renderMarkdown(question.text),
  choices: await Promise.all(
    question.choices.map(async (choice) => ({
      ...choice,
      html: await renderMarkdown(choice.text),
      whyHtml: await renderMarkdown(choice.why),
    })),
  ),
});
