import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Sse, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { NEVER, type Observable } from 'rxjs';
import { Policy, Public } from './policy.decorator.js';
import { PolicyCheck } from './policy-check.js';

@Controller('rooms')
class Said {
  @Get()
  @Public()
  public(): void {
    /* asked by nobody */
  }
  @Get(':id')
  @Policy('room.read')
  room(): void {
    /* asked by nobody */
  }
}

@Controller()
class Unsaid {
  @Get('unsaid')
  unsaid(): void {
    /* asked by nobody */
  }
  @Sse('unsaid/events')
  events(): Observable<never> {
    return NEVER;
  }
}

@Controller('cohorts')
class WithoutId {
  @Get(':cohort/room')
  @Policy('room.read')
  room(): void {
    /* asked by nobody */
  }
}

async function start(controller: Type): Promise<void> {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [PolicyCheck] })
  class Api {}
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create(Api, { logger: false, abortOnError: false });
  try {
    await app.init();
  } finally {
    await app.close();
  }
}

describe('an API', () => {
  it('starts when every route says who may ask', async () => {
    await expect(start(Said)).resolves.toBeUndefined();
  });

  it('does not start with a route that says nothing, and names it', async () => {
    await expect(start(Unsaid)).rejects.toThrow(/Unsaid\.unsaid.*\n.*Unsaid\.events/);
  });

  it('does not start with a route that leaves out the id its policy asks for', async () => {
    await expect(start(WithoutId)).rejects.toThrow('WithoutId.room needs the id of a cohort');
  });
});
