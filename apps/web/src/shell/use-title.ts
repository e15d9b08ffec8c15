import { useEffect } from 'react';

/** The title of the page in the browser's tab: the nearest thing first. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter((part) => part !== undefined), 'Lakeproof'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
