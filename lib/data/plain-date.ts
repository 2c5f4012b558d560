import type { PlainDate } from '@/lib/domain/dates';

/** A date column as Prisma hands it over (midnight UTC) → 'YYYY-MM-DD'. */
export function toPlainDate(date: Date): PlainDate;
export function toPlainDate(date: Date | null): PlainDate | null;
export function toPlainDate(date: Date | null): PlainDate | null {
  return date ? date.toISOString().slice(0, 10) : null;
}

/** And back. */
export function toColumn(date: PlainDate): Date;
export function toColumn(date: PlainDate | null | undefined): Date | null;
export function toColumn(date: PlainDate | null | undefined): Date | null {
  return date ? new Date(`${date}T00:00:00Z`) : null;
}
