/** The ways of signing in that are not a password, by the name they have in addresses. */
export const PROVIDERS = ['entra', 'oidc'] as const;
export type Provider = (typeof PROVIDERS)[number];

export function isProvider(name: string): name is Provider {
  return (PROVIDERS as readonly string[]).includes(name);
}

/** How people can get in. */
export interface WaysIn {
  passwords: boolean;
  /** Providers, with the name that people know each by. */
  others: ReadonlyArray<{ provider: Provider; name: string }>;
}

/** Whom a provider vouches for. */
export interface Vouched {
  provider: Provider;
  /** Who keeps the subject apart from others: a tenant of Entra, or an issuer. */
  issuer: string;
  /** Never given to anybody else by the issuer. */
  subject: string;
  /** In small letters, without repeats; none when the provider answers for none. */
  emails: readonly string[];
  /** When they last signed in there, as the provider says; null where it does not. */
  signedInAt: Date | null;
}

/** Why a provider's word was not taken. They go into the record; readers are told less. */
export const REFUSALS = {
  tenant: 'another tenant',
  subject: 'no subject',
  issuer: 'another issuer than OIDC_ISSUER',
} as const;
export type Refusal = keyof typeof REFUSALS;

/** The moment of OpenID Connect's auth_time, which is in whole seconds. */
const timeOf = (claims: Readonly<Record<string, unknown>>): Date | null =>
  typeof claims.auth_time === 'number' && Number.isSafeInteger(claims.auth_time)
    ? new Date(claims.auth_time * 1000)
    : null;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.length > 0 && value.length <= 255 ? value : null;

/**
 * What Microsoft Entra ID says of somebody. Only the configured tenant is believed, and a person is
 * known by tenant and object id: addresses and names of users change hands there.
 * @param tenantId in small letters
 */
export function vouchedByEntra(
  claims: Readonly<Record<string, unknown>>,
  tenantId: string,
): Vouched | Refusal {
  if (text(claims.tid)?.toLowerCase() !== tenantId) return 'tenant';
  const subject = text(claims.oid)?.toLowerCase();
  if (!subject) return 'subject';
  // Who may give out addresses in the tenant is who runs the council's own mail. The name somebody
  // signs in with may be another address than their mailbox.
  const emails = [claims.email, claims.preferred_username]
    .map((claim) => text(claim)?.toLowerCase())
    .filter((email): email is string => email?.includes('@') === true);
  return {
    provider: 'entra',
    issuer: `entra ${tenantId}`,
    subject,
    emails: [...new Set(emails)],
    signedInAt: timeOf(claims),
  };
}

const withoutSlash = (address: string) => address.replace(/\/$/, '');

/**
 * What another provider of OpenID Connect says of somebody. An address counts that it has verified.
 * @param configured the issuer that the operator named
 */
export function vouchedByOidc(
  claims: Readonly<Record<string, unknown>>,
  configured: string,
): Vouched | Refusal {
  const issuer = text(claims.iss) ?? '';
  if (withoutSlash(issuer) !== withoutSlash(configured)) return 'issuer';
  const subject = text(claims.sub);
  if (!subject) return 'subject';
  const email = claims.email_verified === true ? text(claims.email) : null;
  const emails = email ? [email.toLowerCase()] : [];
  return { provider: 'oidc', issuer, subject, emails, signedInAt: timeOf(claims) };
}

/** What went wrong on the way back, by what stands in the address of the sign-in page. */
export const PROBLEMS = {
  unknown: {
    title: 'You could not be signed in with that account',
    words:
      'Nobody has been invited with an address that the account you used has confirmed. Ask an administrator of the board to invite you with the address of that account, or use another.',
  },
  again: {
    title: 'Signing in was not finished',
    words: 'It took too long, was begun in another browser, or was used already. Begin again.',
  },
  declined: {
    title: 'Signing in was not finished',
    words:
      'The other site did not sign you in. Begin again, or ask whoever runs your account there.',
  },
  other: {
    title: 'That was another account',
    words: 'Go on with the account that you are signed in here with.',
  },
  untold: {
    title: 'The other site did not say when you signed in there',
    words:
      'Sign in there with your password when it asks. If it never asks, tell whoever runs this service: the provider has to hand over when people signed in.',
  },
  unreachable: {
    title: 'The other site cannot be reached',
    words:
      'It is not you: the site that signs you in does not answer as it should. Try again later.',
  },
} as const;
export type Problem = keyof typeof PROBLEMS;

export function problemOf(name: unknown): (typeof PROBLEMS)[Problem] | null {
  return typeof name === 'string' && Object.hasOwn(PROBLEMS, name)
    ? PROBLEMS[name as Problem]
    : null;
}
