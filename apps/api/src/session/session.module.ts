import { Module } from '@nestjs/common';
import { RedisModule } from '../redis/redis.module.js';
import { LoginThrottle } from './login-throttle.guard.js';
import { Login } from './login.js';
import { SignOuts } from './sign-outs.js';
import { Passwords } from './passwords.js';
import { People } from './people.js';
import { SessionStore } from './session-store.js';
import { SessionController } from './session.controller.js';

/** Who sends a request: signing in and out, and the guard for all other routes. */
@Module({
  imports: [RedisModule],
  controllers: [SessionController],
  providers: [Login, LoginThrottle, Passwords, People, SessionStore, SignOuts],
  exports: [People],
})
export class SessionModule {}
