export const percent = (score: number): string => `${Math.round(score * 100)} %`;

const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
export const figure = (value: number): string => oneDigit.format(value);

/** "0.21 s", "9.8 s", "1 min 12 s". */
export function duration(seconds: number): string {
  if (seconds < 1) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
