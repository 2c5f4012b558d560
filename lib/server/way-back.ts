import { innerAddress } from '@/lib/domain/inner-address';

/**
 * Where to go after something was added on the way through another form: back to that form, with
 * the new one chosen in it.
 * @param to an address within the app; anything else is ignored
 * @returns undefined when there is no form to go back to
 */
export function wayBack(
  to: string | undefined,
  chosen: Record<string, string> = {},
): string | undefined {
  const inner = innerAddress(to);
  if (inner === '/') return undefined;
  const address = new URL(inner, 'http://inside.invalid');
  for (const [name, value] of Object.entries(chosen)) address.searchParams.set(name, value);
  return address.pathname + address.search;
}

/** One value of a query, as Next hands it over. */
export function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
