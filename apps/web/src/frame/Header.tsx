import type { Me } from '@lakeproof/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';
import { Logo } from './Logo.js';
import { placesOf } from './places.js';
import { ColorSchemeToggle } from './theme/ColorSchemeToggle.js';
import classes from './frame.module.css';

interface HeaderProps {
  /** Undefined for a visitor. */
  readonly me: Me | undefined;
  /** Gets the place where a page says where one is. */
  readonly here: Ref<HTMLDivElement>;
  /** What belongs to the person. */
  readonly children: ReactNode;
}

/** The bar on top of every page: the way home, where one is or can go, and what belongs to the person. */
export function Header({ me, here, children }: HeaderProps) {
  return (
    <header className={classes.header}>
      <Link
        to={me ? '/learn' : '/'}
        className={classes.home}
        aria-label={me ? 'Lakeproof, your four days' : 'Lakeproof, start page'}
      >
        <Logo />
      </Link>
      <div ref={here} className={classes.here} />
      <nav
        aria-label="Lakeproof"
        className={classes.navigation}
        data-signed-in={me !== undefined || undefined}
      >
        {placesOf(me).map(({ to, label }) => (
          <Link key={to} to={to}>
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes.actions}>
        <ColorSchemeToggle />
        {children}
      </div>
    </header>
  );
}
