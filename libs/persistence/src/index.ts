export { databaseIsAway } from './database-is-away.js';
export { dataSourceOptions } from './data-source.js';
export { requireMigrated } from './migrate.js';

export { User } from './people/user.js';
export { findUserByEmail, findUserById } from './people/find-users.js';
export { hashPassword, verifyPassword } from './people/passwords.js';
export { standingSessions } from './people/standing-sessions.js';

export { classIsNear, nextClass } from './cohort/class-days.js';
export type { ClassDay } from './cohort/class-day.js';
export { cohortExists } from './cohort/cohort-exists.js';
export { enrolmentsOf } from './cohort/enrolments.js';
export type { EnrolmentRecord } from './cohort/enrolments.js';
export { demoPassword, seedDemo } from './cohort/seed-demo.js';

export { accept } from './submission/accept.js';
export type { Accepted, NewSubmission } from './submission/accept.js';
export { claim } from './submission/claim.js';
export type { Claim, ClaimAnswer, ClaimTerms } from './submission/claim.js';
export { claimOwners } from './submission/claim-owners.js';
export { renewClaim } from './submission/renew-claim.js';
export { expireClaims, releaseClaims } from './submission/put-back.js';
export type { PutBack } from './submission/put-back.js';
export { stop } from './submission/stop.js';
export type { Stopping } from './submission/stop.js';
export { mostInAMinute, mostUnderWay } from './submission/person.js';
export { queuePosition } from './submission/queue-position.js';
export { submissionById, submissionOwner, submissionsOf } from './submission/submissions.js';
export type { ListedSubmission, SubmissionRecord } from './submission/submissions.js';
export { waiting } from './submission/waiting.js';
export type { WaitingSubmission } from './submission/waiting.js';
export { underWayOf } from './submission/under-way-of.js';
export type { OpenSubmission } from './submission/under-way-of.js';

export { acceptGraded } from './grade/accept-graded.js';
export { giveBack, infrastructureTries, isExhausted } from './grade/give-back.js';
export type { GivingBack } from './grade/give-back.js';
export { settle } from './grade/settle.js';
export type { Settlement } from './grade/settle.js';
export { standingsOf } from './grade/standings.js';

export { applyRegrade } from './regrade/apply.js';
export type { Applying } from './regrade/apply.js';
export { claimRegrade, renewRegradeClaim } from './regrade/claim.js';
export type { RegradeClaim } from './regrade/claim.js';
export { expireRegradeClaims, giveBackRegrade } from './regrade/give-back.js';
export { proposeRegrade } from './regrade/propose.js';
export { previewRegrades, waitingRegrades } from './regrade/regrades.js';
export type { RegradePreview, WaitingRegrade } from './regrade/regrades.js';
export { requestRegrade } from './regrade/request.js';
export type { RequestedRegrade } from './regrade/request.js';

export { beginningAfter, cursorSchema } from './live/cursor.js';
export type { Beginning, Cursor } from './live/cursor.js';
export { eventsAfter } from './live/events-after.js';
export type { EventsAfter } from './live/events-after.js';
export { sweepEvents } from './live/sweep-events.js';

export { openedHints, openHint } from './hint/opened-hints.js';

export { addCanary, lastCanaries } from './room/canaries.js';
export type { CanaryRecord } from './room/canaries.js';
