const UNITS = ['bytes', 'kB', 'MB'] as const;

/** A size as people read it: 1234567 → '1.2 MB'. */
export function formatSize(bytes: number): string {
  const power = bytes < 1000 ? 0 : bytes < 999_500 ? 1 : 2;
  const value = bytes / 1000 ** power;
  const digits = power === 2 && value < 10 ? 1 : 0;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${UNITS[power]}`;
}
