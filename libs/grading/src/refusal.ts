import type { Reason } from '@lakeproof/contracts';

/** Why a submission gets no score; `place` names the file, test or limit for the one who has to mend it. */
export interface Refusal {
  readonly state: 'rejected' | 'failed';
  readonly reason: Reason;
  readonly place: string;
  /** Where the reason's own sentence would say the wrong thing. */
  readonly sentence?: string;
}
