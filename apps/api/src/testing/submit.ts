import { randomUUID } from 'node:crypto';
import type { SubmissionId } from '@lakeproof/contracts';
import type { Agent } from 'supertest';
import { receiptIn } from './bodies.js';

export const submissionsOfFixture = '/api/exercises/clean-orders/submissions';

export const file = (path: string, content = 'def test(): pass\n') => ({ path, content });

/** A body that is as it must be. */
export const goodBody = { kind: 'submit', files: [file('test_orders.py')] };

/** Sends a submission for the fixture exercise. */
export const submit = (agent: Agent, body: object = goodBody, key: string = randomUUID()) =>
  agent.post(submissionsOfFixture).set('Idempotency-Key', key).send(body);

/** The id of a new submission. */
export const submitted = async (agent: Agent): Promise<SubmissionId> =>
  receiptIn(await submit(agent).expect(202)).id;
