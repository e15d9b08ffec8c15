import { type LoginBody, type Me, loginBodySchema, meSchema } from '@lakeproof/contracts';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentPerson } from '../access/current-person.js';
import type { Person } from '../access/person.js';
import { Policy, Public } from '../access/policy.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { LoginThrottle } from './login-throttle.guard.js';
import { Login } from './login.js';
import { meOf } from './me.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(private readonly login: Login) {}

  @Post('session')
  @Public()
  @HttpCode(200)
  @UseGuards(LoginThrottle)
  @ApiOkResponse({ standardSchema: meSchema, description: 'Signed in; the answer sets the session cookie.' })
  @ApiProblems('wrong-credentials', 'too-many-requests', 'too-large', 'invalid-request', 'wrong-origin')
  signIn(@Req() request: Request, @Body({ schema: loginBodySchema }) body: LoginBody): Promise<Me> {
    return this.login.signIn(request, body);
  }

  @Delete('session')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Signed out, also when nobody was signed in.' })
  @ApiProblems('wrong-origin')
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.login.signOut(request, response);
  }

  @Get('me')
  @Policy('me.read')
  @ApiOkResponse({ standardSchema: meSchema, description: 'Who is signed in, with their roles.' })
  @ApiProblems('not-signed-in')
  me(@CurrentPerson() person: Person): Me {
    return meOf(person);
  }
}
