import { openedHintsSchema } from '@lakeproof/contracts';
import { request } from '../api/request.js';

/** Opens a hint on a surviving bug, and gets those that are open. */
export const openHint = (submission: string, bug: string, level: number) =>
  request(openedHintsSchema, `/submissions/${submission}/bugs/${bug}/hints`, {
    method: 'POST',
    body: { level },
  });
