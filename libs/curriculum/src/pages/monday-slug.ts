/** Address of a day's page on what to take to work: no lesson and no exercise may have it. */
export const mondaySlug = 'monday';
