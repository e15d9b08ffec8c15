import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { People } from './people.js';
import { PolicyGuard } from './policy.guard.js';

const nobodyIsAsked = undefined as unknown as EntityManager;

describe('a route that says nothing of who may ask', () => {
  it('is refused, should it ever be reached', async () => {
    const guard = new PolicyGuard(nobodyIsAsked, new People(nobodyIsAsked));
    const context = { getHandler: () => () => undefined } as unknown as ExecutionContext;
    await expect(guard.canActivate(context)).rejects.toMatchObject({ code: 'not-found' });
  });
});
