import type { SubmissionKind } from '@lakeproof/contracts';
import { useEffect, useEffectEvent } from 'react';
import { kindOfKey } from './shortcuts.js';

/** Run and submit from anywhere on the page, the editor included: it would take the keys for a new line. */
export function useShortcuts(onKind: (kind: SubmissionKind) => void): void {
  const asked = useEffectEvent(onKind);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const kind = kindOfKey(event);
      // In a dialog, Enter belongs to the dialog.
      if (!kind || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      event.stopPropagation();
      asked(kind);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
    };
  }, []);
}
