const UNITS = ['bytes', 'kB', 'MB'] as const;

/** A size as people's computers show it, in steps of 1,024: 1300000 → '1.2 MB'. */
export function formatSize(bytes: number): string {
  const power = bytes < 1024 ? 0 : bytes < 1_047_000 ? 1 : 2;
  const value = bytes / 1024 ** power;
  const digits = power === 2 && value < 10 ? 1 : 0;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${UNITS[power]}`;
}
