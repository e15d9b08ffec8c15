import { Injectable, OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { policies } from './policies.js';
import { type Route, routesOf } from './routes.js';

/** Stops the start of an API that has a route without a policy, or one whose subject can't be found. */
@Injectable()
export class PolicyCheck implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming every such route */
  onModuleInit(): void {
    const problems = routesOf(this.discovery).flatMap((route) => problemOf(route) ?? []);
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }
}

function problemOf({ name, path, policy }: Route): string | undefined {
  if (policy === undefined) return `${name} says nothing of who may ask: it needs @Policy(…) or @Public().`;
  if (policy === 'public') return undefined;
  const { about } = policies[policy];
  const needsId = about === 'cohort' || about === 'submission';
  if (!needsId || path.split('/').includes(':id')) return undefined;
  return `${name} needs the id of a ${about} in its path, as :id, for ${policy}.`;
}
