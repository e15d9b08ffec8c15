import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ColorSchemeToggle } from '../theme/ColorSchemeToggle.js';
import { Logo } from './Logo.js';
import classes from './shell.module.css';

/** The bar on top of every page. `children` is where one is, `actions` what belongs to the person. */
export function Header({
  home,
  children,
  actions,
}: {
  readonly home: '/' | '/learn';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className={classes.header}>
      <Link
        to={home}
        className={classes.home}
        aria-label={home === '/' ? 'Lakeproof, start page' : 'Lakeproof, your four days'}
      >
        <Logo />
      </Link>
      <div className={classes.middle}>{children}</div>
      <div className={classes.actions}>
        <ColorSchemeToggle />
        {actions}
      </div>
    </header>
  );
}
