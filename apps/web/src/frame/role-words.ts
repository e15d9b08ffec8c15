import type { Role } from '@lakeproof/contracts';

export const roleWord: Record<Role, string> = {
  participant: 'Participant',
  trainer: 'Trainer',
  admin: 'Cohort admin',
};
