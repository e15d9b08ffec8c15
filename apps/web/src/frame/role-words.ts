import type { Me } from '@lakeproof/contracts';

export const roleWord: Record<Me['enrolments'][number]['role'], string> = {
  participant: 'Participant',
  trainer: 'Trainer',
  admin: 'Cohort admin',
  unknown: 'In a role that is newer than this page',
};
