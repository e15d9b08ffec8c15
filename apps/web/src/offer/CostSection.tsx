import { huntCost, money, offer } from './offer.js';
import classes from './offer.module.css';

/** What one bug hunt costs, beside what the workshop costs. */
export function CostSection() {
  const { people, days, dayRate } = offer.hunt;
  return (
    <section className={classes.section} aria-labelledby="cost">
      <div className={classes.sectionHead}>
        <h2 id="cost">One hunt costs more than the workshop</h2>
        <p>
          A {days}-day bug hunt on a {people}-person team costs up to {money(huntCost(offer.hunt))} in lost
          engineering time.
        </p>
      </div>
      <div className={classes.bill}>
        <dl>
          <div>
            <dt>
              One bug hunt
              <span>
                {people} people × {days} days × {money(dayRate)} a day
              </span>
            </dt>
            <dd>{money(huntCost(offer.hunt))}</dd>
          </div>
          <div data-ours>
            <dt>
              The workshop
              <span>4 days, a flat fee for a cohort of up to {offer.seats}</span>
            </dt>
            <dd>{money(offer.fee)}</dd>
          </div>
        </dl>
        <p>
          Included: production-ready templates to take home, the full curriculum, and everything your team
          wrote during the four days.
        </p>
      </div>
    </section>
  );
}
