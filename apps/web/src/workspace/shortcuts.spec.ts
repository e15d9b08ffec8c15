import { describe, expect, it } from '@jest/globals';
import { kindOfKey } from './shortcuts.js';

const press = (over: Partial<KeyboardEvent>) =>
  kindOfKey({
    key: 'Enter',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    repeat: false,
    ...over,
  });

describe('the keyboard', () => {
  it.each([
    ['Ctrl+Enter', { ctrlKey: true }, 'submit'],
    ['Cmd+Enter', { metaKey: true }, 'submit'],
    ['Ctrl+Shift+Enter', { ctrlKey: true, shiftKey: true }, 'run'],
    ['Enter', {}, undefined],
    ['Shift+Enter', { shiftKey: true }, undefined],
    ['Ctrl+Alt+Enter', { ctrlKey: true, altKey: true }, undefined],
    ['Ctrl+Enter held down', { ctrlKey: true, repeat: true }, undefined],
    ['Ctrl+s', { key: 's', ctrlKey: true }, undefined],
  ])('%s means %j → %s', (_, over, kind) => {
    expect(press(over)).toBe(kind);
  });
});
