import { z } from 'zod';
import { stored } from '../ui/stored.js';

const share = z.number().min(10).max(80);
/** Shares of the width in percent: task, editor, results. */
const sizesSchema = z.tuple([share, share, share]);
type Sizes = z.infer<typeof sizesSchema>;

const place = (key: string, usual: Sizes) => {
  const kept = stored(key, sizesSchema);
  return { ...kept, read: () => kept.read() ?? usual };
};

/** How wide the person made the columns last time, on any exercise: the editor is the widest until there are results. */
export const paneSizes = {
  withResults: place('lakeproof:panes', [24, 38, 38]),
  withoutResults: place('lakeproof:panes-before', [26, 53, 21]),
};
