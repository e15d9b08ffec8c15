import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { loginBodySchema } from '@lakeproof/contracts';
import { type SyntheticEvent, useRef, useState } from 'react';
import { sentenceOf } from '../api/errors.js';
import { meQuery, signIn } from '../api/queries.js';
import { Header } from '../shell/Header.js';
import { SkipLink } from '../shell/SkipLink.js';
import { useTitle } from '../shell/use-title.js';
import classes from './login.module.css';

const route = getRouteApi('/login');

/** Signing in, then on to where one wanted to go. */
export function LoginPage() {
  useTitle('Sign in');
  const { next } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const body = loginBodySchema.safeParse({ email: email.trim(), password });
  const wrong = (field: string) =>
    asked && !body.success && body.error.issues.some(({ path }) => path[0] === field);

  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      router.history.push(next ?? '/learn');
    },
    onError: () => passwordInput.current?.select(),
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (body.success) enter.mutate(body.data);
    else if (body.error.issues.some(({ path }) => path[0] === 'email')) emailInput.current?.focus();
    else passwordInput.current?.focus();
  };

  return (
    <>
      <SkipLink />
      <Header home="/" />
      <main id="main" tabIndex={-1} className={classes.page}>
        <div className={classes.box}>
          <h1>Sign in</h1>
          <p className={classes.lead}>
            {next ? 'Sign in to go on where you were.' : 'To your cohort of the workshop.'}
          </p>
          <form onSubmit={submit} noValidate className={classes.form}>
            {enter.isError && (
              <p role="alert" className={classes.problem}>
                {sentenceOf(enter.error)}
              </p>
            )}
            <TextInput
              ref={emailInput}
              label="E-mail"
              type="email"
              name="email"
              size="md"
              autoComplete="username"
              value={email}
              error={wrong('email') ? 'Type your whole e-mail address, such as ada@example.com.' : null}
              onChange={(event) => {
                setEmail(event.currentTarget.value);
              }}
            />
            <PasswordInput
              ref={passwordInput}
              label="Password"
              name="password"
              size="md"
              autoComplete="current-password"
              value={password}
              error={wrong('password') ? 'Type your password.' : null}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
              }}
            />
            <Button type="submit" size="md" fullWidth loading={enter.isPending}>
              Sign in
            </Button>
          </form>
          <p className={classes.help}>
            No account yet? Your trainer or your team’s admin sends you an invite.
          </p>
        </div>
      </main>
    </>
  );
}
