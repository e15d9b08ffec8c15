import {
  type CohortId,
  curriculumViewSchema,
  exerciseViewSchema,
  templateSummarySchema,
} from '@lakeproof/contracts';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { contentStaleTime } from '../api/query-client.js';
import { request } from '../api/request.js';

const inCohort = (cohort: CohortId | undefined) => (cohort === undefined ? '' : `?cohort=${cohort}`);

/** The days with one's standings in a cohort. */
export const curriculumQuery = (cohort: CohortId | undefined) =>
  queryOptions({
    queryKey: ['curriculum', cohort],
    queryFn: ({ signal }) => request(curriculumViewSchema, `/curriculum${inCohort(cohort)}`, { signal }),
  });

export const exerciseQuery = (slug: string, cohort: CohortId | undefined) =>
  queryOptions({
    queryKey: ['exercise', slug, cohort],
    queryFn: ({ signal }) => request(exerciseViewSchema, `/exercises/${slug}${inCohort(cohort)}`, { signal }),
  });

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => request(z.array(templateSummarySchema), '/templates', { signal }),
  staleTime: contentStaleTime,
});

/** History and standing have changed, with a submission or its verdict. */
export function standingChanged(client: QueryClient, exercise: string): void {
  void client.invalidateQueries({ queryKey: ['exercise', exercise] });
  void client.invalidateQueries({ queryKey: ['curriculum'] });
}
