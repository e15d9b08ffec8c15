import { seedDemo } from '../cohort/seed-demo.js';
import { withDatabase } from './database.js';

await withDatabase(async ({ manager }) => {
  await seedDemo(manager);
  console.log('The demo cohort is there.');
});
