/** The queue of the one job that repeats, and the name of its schedule. */
export const reconcileQueue = 'reconcile';
export const reconcileSchedule = 'reconcile';
