import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import * as client from 'openid-client';
import { z } from 'zod';
import {
  isProvider,
  type Provider,
  type Refusal,
  type Vouched,
  vouchedByEntra,
  vouchedByOidc,
} from '@/lib/domain/single-sign-on';
import { env } from './env';
import { cookieName, cookieOptions, deleteCookie } from './session';

/** How long somebody may take at the provider. */
const ROUND_TRIP_SECONDS = 600;

function settingsOf(provider: Provider): { issuer: URL; id: string; secret: string } | null {
  const { entra, oidc } = env();
  if (provider === 'entra') {
    return (
      (entra && {
        issuer: new URL(`${entra.authority}/${entra.tenantId}/v2.0`),
        id: entra.clientId,
        secret: entra.clientSecret,
      }) ??
      null
    );
  }
  return oidc
    ? { issuer: new URL(oidc.issuer), id: oidc.clientId, secret: oidc.clientSecret }
    : null;
}

/** What each provider says of itself, asked for once and again after an hour. */
const known = new Map<Provider, { since: number; configuration: client.Configuration }>();

async function configurationOf(provider: Provider): Promise<client.Configuration | null> {
  const settings = settingsOf(provider);
  if (!settings) return null;
  const held = known.get(provider);
  if (held && Date.now() - held.since < 3_600_000) return held.configuration;
  const { issuer, id, secret } = settings;
  const configuration = await client.discovery(issuer, id, secret, undefined, {
    // Only where the operator wrote http: a provider on the same machine.
    ...(issuer.protocol === 'http:' && { execute: [client.allowInsecureRequests] }),
    timeout: 10,
  });
  // The signature counts, not only the connection that the token came over.
  client.enableNonRepudiationChecks(configuration);
  known.set(provider, { since: Date.now(), configuration });
  return configuration;
}

/** The address that a provider sends people back to, as it has to be entered there. */
function returnAddress(provider: Provider): string {
  return `${env().appUrl}/api/auth/callback/${provider}`;
}

/**
 * Whoever signs out on a shared computer is not signed in again by the next click. Entra lets people
 * choose among accounts, without saying so; of the others, some refuse a prompt they don't list,
 * and every one knows `login`.
 */
function promptOf(provider: Provider, configuration: client.Configuration): string {
  const offered = configuration.serverMetadata().prompt_values_supported;
  const choosing = Array.isArray(offered) && offered.includes('select_account');
  return provider === 'entra' || choosing ? 'select_account' : 'login';
}

/** What the token says; of an address that it leaves out, the provider is asked. */
async function claimsOf(
  configuration: client.Configuration,
  tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
): Promise<Record<string, unknown>> {
  const claims = { ...tokens.claims() };
  const { userinfo_endpoint } = configuration.serverMetadata();
  if (claims.email_verified !== undefined || !userinfo_endpoint) return claims;
  // Compared there: an answer about another subject is an error.
  const subject = claims.sub ?? '';
  const { email, email_verified } = await client.fetchUserInfo(
    configuration,
    tokens.access_token,
    subject,
  );
  return { ...claims, email, email_verified };
}

const roundTrip = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});

/**
 * Begins: what only this browser knows goes into a sealed cookie.
 * @param to an address of ours to go to afterwards
 * @returns the provider's address; null when it is not set up
 * @throws when the provider cannot be reached
 */
export async function beginSingleSignOn(provider: Provider, to: string): Promise<string | null> {
  const configuration = await configurationOf(provider);
  if (!configuration) return null;
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const token = await encode({
    token: { provider, state, nonce, verifier, to },
    secret: env().authSecret,
    maxAge: ROUND_TRIP_SECONDS,
  });
  (await cookies()).set(cookieName('sign-on'), token, cookieOptions(ROUND_TRIP_SECONDS));
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(provider),
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    prompt: promptOf(provider, configuration),
  });
  return address.href;
}

/** What came back from a provider. */
export type Return =
  | { is: 'vouched'; vouched: Vouched; to: string }
  | { is: 'refused'; refusal: Refusal }
  /** Begun elsewhere, too long ago, or used already. */
  | { is: 'again' }
  | { is: 'declined'; detail: string }
  | { is: 'failed'; error: unknown };

/** Ends the round trip: it can be ended once in the browser that began it. */
export async function endSingleSignOn(provider: string, query: string): Promise<Return> {
  const jar = await cookies();
  const token = jar.get(cookieName('sign-on'))?.value;
  await deleteCookie('sign-on');
  const held = token ? await decode({ token, secret: env().authSecret }).catch(() => null) : null;
  const begun = roundTrip.safeParse(held);
  if (!begun.success || begun.data.provider !== provider || !isProvider(provider)) {
    return { is: 'again' };
  }
  const { state, nonce, verifier, to } = begun.data;
  if (new URLSearchParams(query).get('state') !== state) return { is: 'again' };
  try {
    const configuration = await configurationOf(provider);
    if (!configuration) return { is: 'again' };
    const tokens = await client.authorizationCodeGrant(
      configuration,
      new URL(`${returnAddress(provider)}${query}`),
      {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      },
    );
    const vouched =
      provider === 'entra'
        ? vouchedByEntra({ ...tokens.claims() }, env().entra?.tenantId ?? '')
        : vouchedByOidc(
            await claimsOf(configuration, tokens),
            configuration.serverMetadata().issuer,
          );
    if (typeof vouched === 'string') return { is: 'refused', refusal: vouched };
    return { is: 'vouched', vouched, to };
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) {
      return { is: 'declined', detail: error.error.slice(0, 100) };
    }
    // A code that was used before, or belongs to another round trip.
    if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') {
      return { is: 'again' };
    }
    return { is: 'failed', error };
  }
}
