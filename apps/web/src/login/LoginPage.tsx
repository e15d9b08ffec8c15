import { Button, PasswordInput, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { sentenceOf } from '../api/errors.js';
import { Page } from '../ui/Page.js';
import { Problem } from '../ui/Problem.js';
import { loginFieldsSchema } from './login-fields.js';
import { meQuery, signIn } from '../session/queries.js';
import classes from './login.module.css';

const route = getRouteApi('/public/login');

/** Signing in, then on to where one wanted to go. */
export function LoginPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: schemaResolver(loginFieldsSchema, { sync: true }),
    transformValues: (typed) => loginFieldsSchema.parse(typed),
  });
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      router.history.push(next ?? '/learn');
    },
    onError: () => {
      form.getInputNode<HTMLInputElement, 'password'>('password')?.select();
    },
  });

  return (
    <Page title="Sign in" width="full">
      <div className={classes.box}>
        <h1>Sign in</h1>
        <p className={classes.lead}>
          {next ? 'Sign in to go on where you were.' : 'To your cohort of the workshop.'}
        </p>
        <form
          noValidate
          className={classes.form}
          onSubmit={form.onSubmit(
            (login) => {
              enter.mutate(login);
            },
            (wrong) => form.getInputNode(Object.keys(wrong)[0] ?? 'email')?.focus(),
          )}
        >
          {enter.isError && <Problem>{sentenceOf(enter.error)}</Problem>}
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            size="md"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            name="password"
            size="md"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" fullWidth loading={enter.isPending}>
            Sign in
          </Button>
        </form>
        <p className={classes.help}>No account yet? Your trainer or your team’s admin sends you an invite.</p>
      </div>
    </Page>
  );
}
