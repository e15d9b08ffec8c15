import type { ExerciseMode } from '@lakeproof/contracts';
import type { Workshop } from './curriculum-schema.js';
import type { Quiz, SandboxExercise } from './exercise.js';
import type { Article, Lesson, ReferencePage } from './pages/page.js';
import type { RenderedQuestion } from './rendered-question.js';
import type { Template } from './templates.js';

interface Taught {
  readonly day: { readonly slug: string; readonly title: string };
  /** README.md, rendered and sanitised. */
  readonly instructionsHtml: string;
}

export interface CatalogueSandboxExercise extends SandboxExercise, Taught {}
export interface CatalogueQuiz extends Quiz, Taught {
  readonly questions: readonly RenderedQuestion[];
}

interface CatalogueExercises {
  readonly tests: CatalogueSandboxExercise;
  readonly code: CatalogueSandboxExercise;
  readonly quiz: CatalogueQuiz;
}
export type CatalogueExercise = CatalogueExercises[ExerciseMode];

export interface CatalogueDay {
  readonly slug: string;
  readonly title: string;
  /** day.md, rendered and sanitised. */
  readonly introHtml: string;
  readonly lessons: readonly Lesson[];
  /** What to take to work; undefined while it isn't written. */
  readonly monday: Lesson | undefined;
  readonly exercises: readonly CatalogueExercise[];
  /** Exercises that could not be loaded, each with what to mend. */
  readonly unavailable: readonly { readonly slug: string; readonly problem: string }[];
}

/** Everything under exercises/ that could be loaded, in the order it is taught. */
export interface Catalogue {
  readonly workshop: Workshop;
  readonly days: readonly CatalogueDay[];
  readonly articles: readonly Article[];
  readonly reference: readonly ReferencePage[];
  readonly templates: readonly Template[];
  /** By slug. */
  readonly exercises: ReadonlyMap<string, CatalogueExercise>;
  /** What could not be loaded, and links that lead nowhere, as sentences that name file and field. Empty when all is well. */
  readonly problems: readonly string[];
}
