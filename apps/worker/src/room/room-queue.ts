/** The queue of the job that looks after the room, and the name of its schedule. */
export const roomQueue = 'room';
export const roomSchedule = 'canary';
