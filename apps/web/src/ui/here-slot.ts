import { createContext } from 'react';

/** The place in the header where a page says where one is; null until the header stands. */
export const HereSlot = createContext<HTMLElement | null>(null);
