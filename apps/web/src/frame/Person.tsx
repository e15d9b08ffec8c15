import type { Me } from '@lakeproof/contracts';
import { AccountMenu } from './AccountMenu.js';
import { CohortSwitch } from './CohortSwitch.js';
import type { Cohort } from './learning-cohort.js';

/** What the header offers to somebody who is signed in. A visitor's first page does without its code. */
export default function Person({ me, cohort }: { readonly me: Me; readonly cohort: Cohort | undefined }) {
  return (
    <>
      <CohortSwitch me={me} cohort={cohort} />
      <AccountMenu me={me} />
    </>
  );
}
