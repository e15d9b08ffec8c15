import { SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Action } from './policies.js';

const key = 'lakeproof:policy';
const reflector = new Reflector();

/** The route is for those who may do this, by the table in `policies.ts`. */
export const Policy = (action: Action): MethodDecorator => SetMetadata(key, action);

/** The route is for everybody, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(key, 'public');

type Handler = Parameters<Reflector['get']>[1];

/** What a route says of who may ask. Undefined when it says nothing: then nobody may. */
export const policyOf = (handler: Handler): Action | 'public' | undefined =>
  reflector.get<Action | 'public' | undefined>(key, handler);
