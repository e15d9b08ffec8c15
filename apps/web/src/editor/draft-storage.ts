import { type Draft, draftSchema, noChanges } from './draft.js';

const place = (user: string, exercise: string) => `lakeproof:draft:${user}:${exercise}`;

/** The draft of this person and exercise; none when there is none, or when it can't be read. */
export function loadDraft(user: string, exercise: string): Draft {
  try {
    return draftSchema.parse(JSON.parse(localStorage.getItem(place(user, exercise)) ?? 'null'));
  } catch {
    return noChanges;
  }
}

/** Whether it could be kept: browsers refuse when storage is switched off or full. */
export function saveDraft(user: string, exercise: string, draft: Draft): boolean {
  try {
    if (draft.changed.length + draft.own.length === 0) localStorage.removeItem(place(user, exercise));
    else localStorage.setItem(place(user, exercise), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
