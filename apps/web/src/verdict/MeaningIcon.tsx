import {
  IconBell,
  IconBug,
  IconCheck,
  IconMinus,
  IconPointFilled,
  IconQuestionMark,
  IconShieldBolt,
  IconShieldCheck,
  IconShieldPause,
  IconX,
} from '@tabler/icons-react';
import type { Cause } from '@lakeproof/contracts';
import type { ReactElement } from 'react';
import type { CellMeaning, Column } from './matrix-layout.js';

const shieldOf = { assertion: IconShieldCheck, exception: IconShieldBolt, timeout: IconShieldPause };

/** The three meanings' icons, for use beside their words. */
export const CaughtIcon = IconShieldCheck;
export const SurvivedIcon = IconBug;
export const FalseAlarmIcon = IconBell;

/** A cell's sign. Each meaning has a shape of its own, so that it is readable without colour. */
export function CellIcon({
  meaning,
  cause,
}: {
  readonly meaning: CellMeaning;
  readonly cause: Cause | null;
}): ReactElement | null {
  const common = { size: '1em', 'aria-hidden': true } as const;
  switch (meaning) {
    case 'caught': {
      const Shield = shieldOf[cause ?? 'assertion'];
      return <Shield {...common} stroke={2} />;
    }
    case 'false-alarm':
      return <IconBell {...common} stroke={2} />;
    case 'fails':
    case 'discounted':
      return <IconX {...common} stroke={2} />;
    case 'passes':
      return <IconCheck {...common} stroke={1.8} />;
    case 'missed':
      return <IconPointFilled {...common} />;
    case 'skipped':
      return <IconMinus {...common} stroke={2} />;
    case 'unknown':
      return <IconQuestionMark {...common} stroke={2} />;
    case 'pending':
    case 'not-run':
      return null;
  }
}

/** What became of a column, above its number. */
export function OutcomeIcon({ outcome }: { readonly outcome: Column['outcome'] }): ReactElement | null {
  const common = { size: '1em', 'aria-hidden': true } as const;
  switch (outcome) {
    case 'caught':
      return <IconShieldCheck {...common} stroke={2} />;
    case 'survived':
      return <IconBug {...common} stroke={2} />;
    case 'rejected':
      return <IconBell {...common} stroke={2} />;
    case 'passed':
      return <IconCheck {...common} stroke={2} />;
    case 'not-run':
      return <IconMinus {...common} stroke={2} />;
    case 'unknown':
      return <IconQuestionMark {...common} stroke={2} />;
    case 'pending':
      return null;
  }
}
