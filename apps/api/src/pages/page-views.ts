import type {
  ArticleSummary,
  ArticleView,
  DayStep,
  LessonSummary,
  LessonView,
  Outline,
  ReferenceSummary,
  ReferenceView,
} from '@lakeproof/contracts';
import type { Article, Catalogue, CatalogueDay, Lesson, Page, ReferencePage } from '@lakeproof/curriculum';

const lessonSummary = ({ slug, title, minutes, concepts }: Lesson): LessonSummary => ({
  slug,
  title,
  minutes,
  concepts: [...concepts],
});

const articleSummary = ({ slug, title, minutes, concepts, summary }: Article): ArticleSummary => ({
  slug,
  title,
  minutes,
  concepts: [...concepts],
  summary,
});

const referenceSummary = ({ slug, title, summary }: ReferencePage): ReferenceSummary => ({
  slug,
  title,
  summary,
});

/** Of a page, only what is read: its blocks' outputs and where its file lies stay here. */
const readable = ({ html, toc }: Page) => ({
  html,
  toc: toc.map(({ id, text, level }) => ({ id, text, level })),
});

export const outline = ({
  workshop,
  days,
  articles,
  reference,
}: Pick<Catalogue, 'workshop' | 'days' | 'articles' | 'reference'>): Outline => ({
  workshop: { title: workshop.title, trainer: workshop.trainer },
  days: days.map(({ slug, title, lessons, exercises, monday }) => ({
    slug,
    title,
    lessons: lessons.map(lessonSummary),
    exercises: exercises.map((exercise) => ({
      slug: exercise.slug,
      title: exercise.title,
      mode: exercise.mode,
      minutes: exercise.minutes,
      concepts: [...exercise.concepts],
    })),
    monday: monday ? lessonSummary(monday) : null,
  })),
  articles: articles.map(articleSummary),
  reference: reference.map(referenceSummary),
});

/** The way through a day: its lessons, then its exercises, then what to take to work. */
export const stepsOf = ({
  lessons,
  exercises,
  monday,
}: Pick<CatalogueDay, 'lessons' | 'exercises' | 'monday'>) => {
  const step =
    (kind: DayStep['kind']) =>
    ({ slug, title, minutes }: Pick<DayStep, 'slug' | 'title' | 'minutes'>): DayStep => ({
      kind,
      slug,
      title,
      minutes,
    });
  return [
    ...lessons.map(step('lesson')),
    ...exercises.map(step('exercise')),
    ...(monday ? [step('lesson')(monday)] : []),
  ];
};

export const lessonView = (lesson: Lesson, day: CatalogueDay): LessonView => ({
  ...lessonSummary(lesson),
  ...readable(lesson),
  day: { slug: day.slug, title: day.title },
  steps: stepsOf(day),
});

/** @param lab the exercise the article leads to, if that could be loaded */
export const articleView = (
  article: Article,
  lab: { readonly slug: string; readonly title: string; readonly day: { readonly slug: string } } | undefined,
): ArticleView => ({
  ...articleSummary(article),
  ...readable(article),
  lab: lab ? { day: lab.day.slug, slug: lab.slug, title: lab.title } : null,
});

export const referenceView = (page: ReferencePage): ReferenceView => ({
  ...referenceSummary(page),
  ...readable(page),
});
