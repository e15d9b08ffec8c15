import type { Me } from '@lakeproof/contracts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { HereSlot } from '../ui/here-slot.js';
import { LinkButton } from '../ui/LinkButton.js';
import { Header } from './Header.js';
import type { Cohort } from './learning-cohort.js';
import { SkipLink } from './SkipLink.js';
import classes from './frame.module.css';

const Person = lazy(() => import('./Person.js'));

interface LayoutProps {
  /** Undefined for a visitor. */
  readonly me: Me | undefined;
  /** The one they learn in, where that matters. */
  readonly cohort?: Cohort | undefined;
  readonly children: ReactNode;
}

/** What stands around every page: the way past the header, and the header. */
export function Layout({ me, cohort, children }: LayoutProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <>
      <SkipLink />
      <Header me={me} here={setSlot}>
        {me ? (
          <Suspense>
            <Person me={me} cohort={cohort} />
          </Suspense>
        ) : (
          <LinkButton to="/login" variant="default" className={classes.signIn ?? ''}>
            Sign in
          </LinkButton>
        )}
      </Header>
      <HereSlot value={slot}>{children}</HereSlot>
    </>
  );
}
