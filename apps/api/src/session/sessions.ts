import type { UserId } from '@lakeproof/contracts';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { ApiConfig } from '../config.js';
import { sessionCookie } from '../http/session-cookie.js';
import { SessionStore } from './session-store.js';

declare module 'express-session' {
  interface SessionData {
    userId: UserId;
  }
}

/** A workshop's day, and the evening after it. */
const sessionHours = 16;

/** Session middleware: a signed cookie with a random id; what belongs to it stays in Postgres. */
export const sessions = (config: ApiConfig, { store }: SessionStore): RequestHandler =>
  session({
    name: sessionCookie,
    secret: config.sessionSecret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      // Over https, our own or the proxy's, the cookie never leaves it.
      secure: 'auto',
      path: '/',
      maxAge: sessionHours * 60 * 60 * 1000,
    },
  });
