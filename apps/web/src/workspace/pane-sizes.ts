import { z } from 'zod';
import { stored } from '../ui/stored.js';

const share = z.number().min(10).max(80);
/** Shares of the width in percent: task, editor, results. */
const sizesSchema = z.tuple([share, share, share]);

export const defaultSizes: z.infer<typeof sizesSchema> = [24, 38, 38];

/** How wide the person made the columns last time, on any exercise. */
export const paneSizes = stored('lakeproof:panes', sizesSchema);
