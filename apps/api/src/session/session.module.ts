import { Module } from '@nestjs/common';
import { LoginThrottle } from './login-throttle.guard.js';
import { Login } from './login.js';
import { Passwords } from './passwords.js';
import { People } from './people.js';
import { SessionStore } from './session-store.js';
import { SessionController } from './session.controller.js';

/** Who sends a request: signing in and out, and the guard for all other routes. */
@Module({
  controllers: [SessionController],
  providers: [Login, LoginThrottle, Passwords, People, SessionStore],
  exports: [People],
})
export class SessionModule {}
