/** What specs of other packages need of this one: `@lakeproof/persistence/testing`. */
export { temporaryDatabase } from './temporary-database.js';
export type { TemporaryDatabase } from './temporary-database.js';
