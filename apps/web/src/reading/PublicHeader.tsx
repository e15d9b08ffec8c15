import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { AccountMenu } from '../shell/AccountMenu.js';
import { Header } from '../shell/Header.js';
import { LinkButton } from '../shell/LinkButton.js';
import classes from './reading.module.css';

/** The bar of pages that need no login. Whoever has come from inside keeps their menu. */
export function PublicHeader() {
  const me = useQueryClient().getQueryData(meQuery.queryKey);
  return (
    <Header
      home={me ? '/learn' : '/'}
      actions={
        me ? (
          <AccountMenu me={me} />
        ) : (
          <LinkButton to="/login" variant="default">
            Sign in
          </LinkButton>
        )
      }
    >
      <nav aria-label="Lakeproof" className={classes.publicLinks}>
        <Link to="/curriculum">Curriculum</Link>
        <Link to="/articles">Articles</Link>
      </nav>
    </Header>
  );
}
