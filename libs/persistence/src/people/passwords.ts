import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters OWASP names as its minimum: 19 MiB, 2 passes, 1 lane. The library's defaults, pinned. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password, in PHC form, with its salt and parameters inside. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Whether `password` is the one that was hashed. Throws when `hashed` is no PHC string. */
export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password);
