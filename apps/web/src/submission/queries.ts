import { submissionReceiptSchema, submissionViewSchema, type SubmitBody } from '@lakeproof/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.js';

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => request(submissionViewSchema, `/submissions/${id}`, { signal }),
  });

/** The same key always gets the same answer, however often it is sent. */
export const postSubmission = (exercise: string, key: string, body: SubmitBody) =>
  request(submissionReceiptSchema, `/exercises/${exercise}/submissions`, {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key },
  });

/** Ends one's own submission. The answer has the state it is in now: its verdict may have been faster. */
export const stopSubmission = (id: string) =>
  request(submissionReceiptSchema, `/submissions/${id}/stop`, { method: 'POST' });
