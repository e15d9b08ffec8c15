import {
  curriculumViewSchema,
  exerciseViewSchema,
  type LoginBody,
  meSchema,
  submissionReceiptSchema,
  submissionViewSchema,
  type SubmitBody,
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

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => request(submissionViewSchema, `/submissions/${id}`, { signal }),
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
