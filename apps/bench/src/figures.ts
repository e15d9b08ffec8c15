/** What a benchmark gathers: of each measure its figures, each with one value a round. */
import { z } from 'zod';

export const figuresSchema = z.record(z.string(), z.record(z.string(), z.array(z.number())));
export type Figures = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** One round of one measure. */
export type Sample = Readonly<Record<string, number>>;

/** Collects samples round by round. */
export class Gathered {
  readonly figures: Record<string, Record<string, number[]>> = {};

  add(measure: string, sample: Sample): void {
    const figures = (this.figures[measure] ??= {});
    for (const [name, value] of Object.entries(sample)) (figures[name] ??= []).push(value);
  }
}

/** The values of a figure, none when it was not measured. */
export const valuesOf = (figures: Figures, measure: string, figure: string): readonly number[] =>
  figures[measure]?.[figure] ?? [];
