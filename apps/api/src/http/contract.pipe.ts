import { ArgumentMetadata, Injectable, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { nothingHere } from './nothing-here.js';
import { domainErrorOfIssues } from './issues.js';

/** Parses what carries a schema, as in `@Body({ schema: submitBodySchema })`, and passes on what it parsed. */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    // Part of the address: what can't be a name of ours names nothing.
    if (type === 'param') throw nothingHere();
    throw domainErrorOfIssues(parsed.error.issues);
  }
}
