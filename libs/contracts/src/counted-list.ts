import { z } from 'zod';

/**
 * A list of at most `max` items, counted before one of them is looked at: a million wrong items cost as little
 * as one too many.
 */
export const countedList = <Item extends z.ZodType>(item: Item, max: number) =>
  z
    .array(z.unknown())
    .max(max)
    .pipe(z.array(item).meta({ maxItems: max }));
