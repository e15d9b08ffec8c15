import type { Paint } from '@lakeproof/terminal';

/** What a verdict is written on. */
export interface Page {
  readonly paint: Paint;
  /** Characters of a line. */
  readonly width: number;
}
