import { Link } from '@tanstack/react-router';
import classes from './crumbs.module.css';

/** The day that a page belongs to, and the page. */
export function Crumbs({
  day,
  title,
}: {
  readonly day: { readonly slug: string; readonly title: string };
  readonly title: string;
}) {
  return (
    <nav aria-label="Where you are" className={classes.crumbs}>
      <Link to="/learn" hash={day.slug}>
        {day.title}
      </Link>
      <span aria-hidden="true">/</span>
      <span aria-current="page">{title}</span>
    </nav>
  );
}
