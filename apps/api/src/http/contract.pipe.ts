import { ArgumentMetadata, Injectable, PipeTransform } from '@nestjs/common';
import { DomainError } from '@lakeproof/contracts';
import { z } from 'zod';
import { domainErrorOfIssues } from './issues.js';

/** Parses what carries a schema, as in `@Body({ schema: submitBodySchema })`, and passes on what it parsed. */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    // Part of the address: what can't be a name of ours names nothing.
    if (type === 'param') throw new DomainError('not-found', 'There is nothing at this address.');
    throw domainErrorOfIssues(parsed.error.issues);
  }
}
