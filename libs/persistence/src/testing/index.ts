/** What specs of other packages need of this one: `@lakeproof/persistence/testing`. */
export { statesTold } from './room.js';
export { temporaryDatabase } from './temporary-database.js';
export type { TemporaryDatabase } from './temporary-database.js';
