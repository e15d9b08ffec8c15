import {
  articleViewSchema,
  curriculumViewSchema,
  exerciseViewSchema,
  lessonViewSchema,
  type LoginBody,
  meSchema,
  openedHintsSchema,
  outlineSchema,
  referenceViewSchema,
  submissionReceiptSchema,
  submissionViewSchema,
  type SubmitBody,
  templateSummarySchema,
} from '@lakeproof/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from './request.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request(meSchema, '/me', { signal }),
  staleTime: 60_000,
});

export const curriculumQuery = queryOptions({
  queryKey: ['curriculum'],
  queryFn: ({ signal }) => request(curriculumViewSchema, '/curriculum', { signal }),
});

export const exerciseQuery = (slug: string) =>
  queryOptions({
    queryKey: ['exercise', slug],
    queryFn: ({ signal }) => request(exerciseViewSchema, `/exercises/${slug}`, { signal }),
  });

/** Pages change with a new version of the content only. */
const contentStaleTime = 5 * 60_000;

export const outlineQuery = queryOptions({
  queryKey: ['outline'],
  queryFn: ({ signal }) => request(outlineSchema, '/outline', { signal }),
  staleTime: contentStaleTime,
});

export const lessonQuery = (day: string, slug: string) =>
  queryOptions({
    queryKey: ['lesson', day, slug],
    queryFn: ({ signal }) => request(lessonViewSchema, `/days/${day}/lessons/${slug}`, { signal }),
    staleTime: contentStaleTime,
  });

export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: ['article', slug],
    queryFn: ({ signal }) => request(articleViewSchema, `/articles/${slug}`, { signal }),
    staleTime: contentStaleTime,
  });

export const referenceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['reference', slug],
    queryFn: ({ signal }) => request(referenceViewSchema, `/reference/${slug}`, { signal }),
    staleTime: contentStaleTime,
  });

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => request(z.array(templateSummarySchema), '/templates', { signal }),
  staleTime: contentStaleTime,
});

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => request(submissionViewSchema, `/submissions/${id}`, { signal }),
  });

/** Ends one's own submission. The answer has the state it is in now: its verdict may have been faster. */
export const stopSubmission = (id: string) =>
  request(submissionReceiptSchema, `/submissions/${id}/stop`, { method: 'POST' });

/** Opens a hint on a surviving bug, and gets those that are open. */
export const openHint = (submission: string, bug: string, level: number) =>
  request(openedHintsSchema, `/submissions/${submission}/bugs/${bug}/hints`, {
    method: 'POST',
    body: { level },
  });

export const signIn = (body: LoginBody) => request(meSchema, '/session', { method: 'POST', body });

export const signOut = () => request(z.undefined(), '/session', { method: 'DELETE' });

/** The same key always gets the same answer, however often it is sent. */
export const postSubmission = (exercise: string, key: string, body: SubmitBody) =>
  request(submissionReceiptSchema, `/exercises/${exercise}/submissions`, {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key },
  });
