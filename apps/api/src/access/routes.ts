import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Action } from './policies.js';
import { policyOf } from './policy.decorator.js';

export interface Route {
  /** `RoomsController.room`. */
  readonly name: string;
  readonly method: string;
  /** Without the prefix of the API: `/cohorts/:id/room`. */
  readonly path: string;
  readonly policy: Action | 'public' | undefined;
}

type Target = Parameters<Reflector['get']>[1];

const scanner = new MetadataScanner();
const reflector = new Reflector();

/** Every route of every controller. */
export const routesOf = (discovery: DiscoveryService): Route[] =>
  discovery.getControllers().flatMap(({ metatype }) => routesIn(metatype as Target & { prototype: object }));

function routesIn(controller: Target & { prototype: object }): Route[] {
  const prototype = controller.prototype as Record<string, Target>;
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const path = handler && reflector.get<string | undefined>(PATH_METADATA, handler);
    if (!handler || path === undefined) return [];
    return {
      name: `${controller.name}.${name}`,
      method: RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)],
      path: joined(reflector.get<string>(PATH_METADATA, controller), path),
      policy: policyOf(handler),
    };
  });
}

const joined = (...parts: string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
