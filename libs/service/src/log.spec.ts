import { describe, expect, it } from '@jest/globals';
import { errorInLog } from './log.js';

describe('an error in the log', () => {
  it('has what is needed to find it, and not what a library hung on it', () => {
    const failed = Object.assign(new Error('duplicate key'), { parameters: ['the files of a learner'] });
    expect(errorInLog(failed)).toEqual({ type: 'Error', message: 'duplicate key', stack: failed.stack });
    expect(JSON.stringify(errorInLog(failed))).not.toContain('learner');
  });
});
