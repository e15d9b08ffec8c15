import { loginBodySchema } from '@lakeproof/contracts';
import { z } from 'zod';

const { email, password } = loginBodySchema.shape;

/** The login as it is typed, with what to do about each field. */
export const loginFieldsSchema = z.object({
  email: z
    .string()
    .trim()
    .refine(
      (typed) => email.safeParse(typed).success,
      'Type your whole e-mail address, such as ada@example.com.',
    ),
  password: z.string().refine((typed) => password.safeParse(typed).success, 'Type your password.'),
});
