import {
  type Problem,
  problemSchema,
  type SubmissionReceipt,
  submissionReceiptSchema,
} from '@lakeproof/contracts';
import type { Response } from 'supertest';

/** The answer as the problem that it must be, by type and by contract. */
export function problemIn({ headers, body }: Response): Problem {
  const type = String(headers['content-type']);
  if (!type.startsWith('application/problem+json')) throw new Error(`The answer is no problem but ${type}`);
  return problemSchema.parse(body);
}

/** The answer to a submission. */
export const receiptIn = ({ body }: Response): SubmissionReceipt => submissionReceiptSchema.parse(body);
