import type { z } from 'zod';

/** A place in this browser for one thing. What can't be read as its schema says counts as never kept. */
export function stored<S extends z.ZodType>(key: string, schema: S) {
  return {
    read(): z.output<S> | undefined {
      try {
        return schema.parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
      } catch {
        return undefined;
      }
    },
    /** Whether it could be kept: browsers refuse when storage is switched off or full. */
    keep(value: z.output<S>): boolean {
      return allowed(() => {
        localStorage.setItem(key, JSON.stringify(value));
      });
    },
    /** Whether the browser let it go, which one without storage does not. */
    forget(): boolean {
      return allowed(() => {
        localStorage.removeItem(key);
      });
    },
  };
}

function allowed(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
