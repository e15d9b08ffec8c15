import type { SubmissionKind } from '@lakeproof/contracts';

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that lead to a kind of submission, as they are written on this machine's keyboard. */
export const keysOf = (kind: SubmissionKind): readonly string[] => {
  const modifier = isApple() ? '⌘' : 'Ctrl';
  return kind === 'submit' ? [modifier, 'Enter'] : [modifier, isApple() ? '⇧' : 'Shift', 'Enter'];
};

/** For aria-keyshortcuts. */
export const ariaKeysOf = (kind: SubmissionKind): string => {
  const modifier = isApple() ? 'Meta' : 'Control';
  return kind === 'submit' ? `${modifier}+Enter` : `${modifier}+Shift+Enter`;
};

/** What a key press asks for; undefined when it is for somebody else. */
export function kindOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'>,
): SubmissionKind | undefined {
  if (event.key !== 'Enter' || event.altKey || event.repeat || !(event.ctrlKey || event.metaKey))
    return undefined;
  return event.shiftKey ? 'run' : 'submit';
}
