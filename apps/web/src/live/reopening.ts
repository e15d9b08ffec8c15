const shortest = 2000;
const longest = 30_000;

/**
 * Milliseconds before a stream is opened again: longer with each failure, and between half and all of that by chance,
 * so that the tabs of a class don't all come in the moment the API is back.
 * @param chance from 0 to 1
 */
export const reopenAfter = (failures: number, chance: number): number =>
  Math.min(longest, shortest * 2 ** (failures - 1)) * (0.5 + chance / 2);
