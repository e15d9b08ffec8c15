import { LinkButton } from '../ui/LinkButton.js';
import { offer } from './offer.js';
import classes from './offer.module.css';

/** The four days, and what they explain about Spark itself. */
export function DaysSection() {
  return (
    <section className={classes.section} aria-labelledby="days">
      <div className={classes.sectionHead}>
        <h2 id="days">Four days, one lakehouse</h2>
        <p>
          One online shop runs through all of them: orders, customers, payments, shipments. Every bug is an
          accident it could really have.
        </p>
      </div>
      <ol className={classes.days}>
        {offer.days.map(({ title, text }, index) => (
          <li key={title}>
            <span>Day {index + 1}</span>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <p className={classes.more}>
        <LinkButton to="/curriculum" variant="default">
          See every lesson and exercise
        </LinkButton>
      </p>
      <div className={classes.internals}>
        <div>
          <h3>And how Spark works underneath</h3>
          <p className={classes.more}>
            <LinkButton to="/articles" variant="default">
              Read the articles
            </LinkButton>
          </p>
        </div>
        <ul>
          {offer.internals.map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
