import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { People } from './people.js';
import { PolicyCheck } from './policy-check.js';
import { PolicyGuard } from './policy.guard.js';

/** Who may do what, for every route of the API. */
@Module({
  imports: [DiscoveryModule],
  providers: [People, PolicyCheck, { provide: APP_GUARD, useClass: PolicyGuard }],
  exports: [People],
})
export class AccessModule {}
