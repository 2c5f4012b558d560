const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** What would be rounded to 1,023 of a unit or more is said in the next. */
const MOST = 1022.5;

/** A size as people's computers show it, in steps of 1,024: 1300000 → '1.2 MB'. */
export function formatSize(bytes: number): string {
  let power = bytes < 1024 ? 0 : 1;
  while (power > 0 && power < UNITS.length - 1 && bytes / 1024 ** power >= MOST) power += 1;
  const value = bytes / 1024 ** power;
  const digits = power >= 2 && value < 10 ? 1 : 0;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${UNITS[power]}`;
}
