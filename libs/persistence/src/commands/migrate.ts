import { withDatabase } from './database.js';

await withDatabase(() => {
  console.log('The database is up to date.');
});
