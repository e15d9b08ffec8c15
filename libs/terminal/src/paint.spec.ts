import { describe, expect, it } from '@jest/globals';
import { paintFor } from './paint.js';

describe('colours', () => {
  it('are for terminals', () => {
    expect(paintFor({ isTTY: true }, {})('green', 'ok')).toBe('\u001b[32mok\u001b[0m');
    expect(paintFor({}, {})('green', 'ok')).toBe('ok');
  });

  it('are left out when NO_COLOR is set', () => {
    expect(paintFor({ isTTY: true }, { NO_COLOR: '1' })('green', 'ok')).toBe('ok');
  });
});
