import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../ui/LinkButton.js';
import { Page } from '../ui/Page.js';
import { CostSection } from './CostSection.js';
import { DaysSection } from './DaysSection.js';
import { Example } from './Example.js';
import { MethodSection } from './MethodSection.js';
import { money, offer } from './offer.js';
import classes from './offer.module.css';

/** What the workshop offers, to whom it may concern. */
export function OfferPage() {
  return (
    <>
      <Page width="full">
        <div className={classes.page}>
          <section className={classes.hero}>
            <div className={classes.pitch}>
              <h1>{offer.question}</h1>
              <p>
                Four days in which your team writes unit, data and integration tests for PySpark and
                Databricks Lakeflow, and sees within seconds which bugs those tests would have let through.
              </p>
              <div className={classes.calls}>
                <Button
                  component="a"
                  href="#days"
                  size="lg"
                  rightSection={<IconArrowRight size={19} aria-hidden="true" />}
                >
                  See the four days
                </Button>
                <LinkButton to="/login" size="lg" variant="subtle">
                  I have a seat: sign in
                </LinkButton>
              </div>
              <dl className={classes.facts}>
                <div>
                  <dt>Length</dt>
                  <dd>4 days</dd>
                </div>
                <div>
                  <dt>Where</dt>
                  <dd>In person or online</dd>
                </div>
                <div>
                  <dt>Group</dt>
                  <dd>Up to {offer.seats}</dd>
                </div>
                <div>
                  <dt>Flat fee</dt>
                  <dd>{money(offer.fee)}</dd>
                </div>
              </dl>
            </div>
            <Example />
          </section>
          <MethodSection />
          <CostSection />
          <DaysSection />
        </div>
      </Page>
      <footer className={classes.foot}>
        <div>
          <span>Lakeproof. A workshop by {offer.trainer}.</span>
          <nav aria-label="More" className={classes.footLinks}>
            <Link to="/curriculum">Curriculum</Link>
            <Link to="/articles">Articles</Link>
            <Link to="/login">Sign in</Link>
          </nav>
        </div>
      </footer>
    </>
  );
}
