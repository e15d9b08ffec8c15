import { no, type PolicyRow } from './policy-row.js';

const everybody = {
  participant: 'yes',
  trainer: 'yes',
  admin: 'yes',
  platformAdmin: 'yes',
  unenrolled: 'yes',
} as const;

const noCode = no('Submissions are open to their author and the trainer. You can see grades.');
const authorStops = no('A submission is stopped by its author alone. Ask them to stop it.');
const roomOfTrainers = no('The room is open to the trainers of the cohort.');
const platformAdmins = no('This is open to platform admins.');

const readsSubmission = {
  about: 'submission',
  author: 'yes',
  participant: { own: 'hidden', other: 'hidden' },
  trainer: { own: 'yes', other: 'hidden' },
  admin: { own: noCode, other: 'hidden' },
  platformAdmin: noCode,
  unenrolled: 'hidden',
} as const;

/** Who may do what. All of it: what is not here nobody may, and who is not signed in may nothing of it. */
export const policies = {
  'me.read': { about: 'platform', ...everybody },
  /** Each is told what concerns them. */
  'events.read': { about: 'platform', ...everybody },
  'curriculum.read': { about: 'platform', ...everybody },
  'exercise.read': { about: 'platform', ...everybody },
  'lesson.read': { about: 'platform', ...everybody },
  'template.read': { about: 'platform', ...everybody },

  /** Send submissions and have standings: participants learn, and trainers try their exercises. */
  'exercise.learn': { about: 'enrolment', participant: 'yes', trainer: 'yes', admin: 'no' },

  'submission.read': readsSubmission,
  'hint.open': readsSubmission,
  'submission.stop': {
    about: 'submission',
    author: 'yes',
    participant: { own: 'hidden', other: 'hidden' },
    trainer: { own: authorStops, other: 'hidden' },
    admin: { own: noCode, other: 'hidden' },
    platformAdmin: noCode,
    unenrolled: 'hidden',
  },

  'room.read': {
    about: 'cohort',
    participant: { own: roomOfTrainers, other: 'hidden' },
    trainer: { own: 'yes', other: 'hidden' },
    admin: { own: roomOfTrainers, other: 'hidden' },
    platformAdmin: 'yes',
    unenrolled: 'hidden',
  },

  'health.read': {
    about: 'platform',
    participant: platformAdmins,
    trainer: platformAdmins,
    admin: platformAdmins,
    platformAdmin: 'yes',
    unenrolled: platformAdmins,
  },
} as const satisfies Readonly<Record<string, PolicyRow>>;

export type Action = keyof typeof policies;
