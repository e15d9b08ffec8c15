import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import type { Me } from '@lakeproof/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createLink, useNavigate } from '@tanstack/react-router';
import { meQuery, signOut } from '../session/queries.js';
import { placesOf } from './places.js';
import { roleWord } from './role-words.js';
import classes from './frame.module.css';

const MenuLink = createLink(Menu.Item<'a'>);

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .flatMap((part) => Array.from(part).slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** Who is signed in, as what, and the way out; on a narrow screen the navigation too. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const narrow = useMediaQuery('(max-width: 48em)');
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      client.removeQueries({ queryKey: meQuery.queryKey });
      await navigate({ to: '/login' });
      client.clear();
    },
  });
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <span className={classes.initials} aria-hidden="true">
            {initialsOf(me.name)}
          </span>
          <span className={classes.accountName}>{me.name}</span>
          <VisuallyHidden>, your account</VisuallyHidden>
          <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.accountFacts ?? ''}>
          <strong>{me.name}</strong>
          {me.email}
          {me.enrolments.map(({ id, role, cohort }) => (
            <div key={id}>
              {roleWord[role]}, {cohort.name}
            </div>
          ))}
        </Menu.Label>
        <Menu.Divider />
        {narrow && (
          <>
            {placesOf(me).map(({ to, label }) => (
              <MenuLink key={to} component="a" to={to}>
                {label}
              </MenuLink>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden="true" />}
          disabled={leave.isPending}
          closeMenuOnClick={false}
          onClick={() => {
            leave.mutate();
          }}
        >
          {leave.isError ? 'Not signed out yet: try again' : 'Sign out'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
