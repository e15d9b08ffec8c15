import { IconBook2, IconBriefcase, IconChevronRight } from '@tabler/icons-react';
import type { LessonSummary } from '@lakeproof/contracts';
import { Link } from '@tanstack/react-router';
import classes from './learn.module.css';

/** One lesson as a link; `monday`: what to take to work. */
export function LessonRow({
  lesson: { slug, title, minutes },
  day,
  monday = false,
}: {
  readonly lesson: LessonSummary;
  readonly day: string;
  readonly monday?: boolean;
}) {
  const Icon = monday ? IconBriefcase : IconBook2;
  return (
    <li>
      <Link to="/learn/$day/$exercise" params={{ day, exercise: slug }} className={classes.lesson}>
        <Icon size={18} stroke={1.7} aria-hidden="true" />
        <span className={classes.lessonTitle}>{title}</span>
        <span className={classes.lessonMinutes}>{minutes} min</span>
        <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
      </Link>
    </li>
  );
}
