import { createTheme } from '@mantine/core';
import { dark, gray, lake } from './palette.js';

const sans = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  colors: { lake, gray, dark },
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  black: gray[9],
  fontFamily: sans,
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, 'SF Mono', Consolas, monospace",
  headings: { fontFamily: sans, fontWeight: '640', textWrap: 'balance' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // By name, not by import: a page loads only the components it shows.
  components: {
    Button: {
      vars: (_theme: unknown, { variant = 'filled', color }: { variant?: string; color?: string }) => {
        if (variant === 'subtle' && color === undefined)
          return { root: { '--button-color': 'var(--lp-accent)' } };
        if (variant !== 'filled') return { root: {} };
        return {
          root: {
            '--button-bg': 'var(--lp-accent-solid)',
            '--button-hover': 'var(--lp-accent-hover)',
            '--button-color': 'var(--lp-on-accent)',
          },
        };
      },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    // Beside its button in the document, so that it stands in the same landmark.
    Menu: {
      defaultProps: { shadow: 'md', radius: 'md', withinPortal: false, withInitialFocusPlaceholder: false },
    },
  },
});
