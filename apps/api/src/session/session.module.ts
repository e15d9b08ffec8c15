import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { RedisModule } from '../redis/redis.module.js';
import { LoginThrottle } from './login-throttle.guard.js';
import { Login } from './login.js';
import { SignOuts } from './sign-outs.js';
import { Passwords } from './passwords.js';
import { SessionStore } from './session-store.js';
import { SessionController } from './session.controller.js';

/** Signing in and out. */
@Module({
  imports: [AccessModule, RedisModule],
  controllers: [SessionController],
  providers: [Login, LoginThrottle, Passwords, SessionStore, SignOuts],
})
export class SessionModule {}
