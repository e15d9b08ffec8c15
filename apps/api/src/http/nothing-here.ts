import { DomainError } from '@lakeproof/contracts';

/** The answer to an address at which there can be nothing. */
export const nothingHere = () => new DomainError('not-found', 'There is nothing at this address.');
