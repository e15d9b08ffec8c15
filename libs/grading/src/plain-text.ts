/**
 * Text from a sandbox, cut to `max` UTF-16 units and made storable: NUL and lone surrogates, which
 * Postgres refuses in JSON, become U+FFFD.
 */
export function plainText(text: string, max: number): string {
  return text.slice(0, max).replaceAll('\u0000', '\uFFFD').toWellFormed();
}
