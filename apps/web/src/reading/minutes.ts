import type { OutlineDay } from '@lakeproof/contracts';

/** Of all a day holds. */
export const minutesOf = ({ lessons, exercises }: Pick<OutlineDay, 'lessons' | 'exercises'>): number =>
  [...lessons, ...exercises].reduce((sum, { minutes }) => sum + minutes, 0);

/** `330` is `5 h 30 min`. */
export function hours(minutes: number): string {
  const [full, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [full > 0 ? `${full} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ') || '0 min';
}
