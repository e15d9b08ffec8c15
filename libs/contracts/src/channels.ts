/**
 * Redis channels. `progress` carries `Progress` messages; `changed` carries the id of a submission whose
 * state changed, as a nudge to read what is told of it; `signedOut` carries nothing, as a nudge to look which
 * sessions still stand. Losing a message loses nothing but time.
 */
export const channels = {
  progress: 'lakeproof:progress',
  changed: 'lakeproof:changed',
  signedOut: 'lakeproof:signed-out',
} as const;
