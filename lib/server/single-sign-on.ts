import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import type { OAuthConfig, UserinfoEndpointHandler } from 'next-auth/providers/oauth';
import { noteRefusal, signInVouched } from '@/lib/data/identities';
import { proveByProvider } from '@/lib/data/proof';
import { afterSignIn } from '@/lib/domain/after-sign-in';
import { innerAddress } from '@/lib/domain/inner-address';
import {
  type Problem,
  type Provider,
  REFUSALS,
  type Vouched,
  vouchedByEntra,
  vouchedByOidc,
} from '@/lib/domain/single-sign-on';
import { entranceHere } from './entrance';
import { env } from './env';
import { rememberDevice } from './known-device';
import { log } from './log';
import { COOKIE_SECONDS, cookieName, cookieOptions, deleteCookie } from './own-cookies';
import { proofAddress } from './proof-address';
import { startSealing } from './seal-key';
import { awaitSecondStep } from './second-step';
import { currentContext, endHeldSession, sessionId } from './session';

/** How long somebody may take at the provider. */
const ROUND_TRIP_SECONDS = 600;

/** What only the browser that set out can show when it is back; the keys are next-auth's. */
const ROUND_TRIP = {
  state: 'sso-state',
  nonce: 'sso-nonce',
  pkceCodeVerifier: 'sso-verifier',
  csrfToken: 'sso-begun',
  callbackUrl: 'sso-to',
} as const;

/** Beside them, where the round trip is a proof: it makes nothing easier for who forges it. */
const PROVING = 'sso-proving' as const;

type Claims = Readonly<Record<string, unknown>>;

/** What the token says; of an address that it leaves out, the provider is asked. */
const claimsOf: UserinfoEndpointHandler['request'] = async ({ client, ...given }) => {
  // More than next-auth's type of them says.
  const tokens = given.tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
  const claims = tokens.claims();
  const { userinfo_endpoint } = client.issuer.metadata;
  if (claims.email_verified !== undefined || !userinfo_endpoint) return claims;
  // Whom it is about is compared there: an answer about another subject is an error.
  const { email, email_verified } = await client.userinfo(tokens);
  return { ...claims, email, email_verified };
};

interface Registration {
  issuer: string;
  clientId: string;
  clientSecret: string;
  prompt: string;
}

/**
 * The providers that are set up. Each is asked to let people choose among accounts, or to have them
 * show who they are: whoever signs out on a shared computer is not signed in again by the next click.
 */
function registrations(): Partial<Record<Provider, Registration>> {
  const { entra, oidc } = env();
  return {
    ...(entra && {
      entra: {
        ...entra,
        issuer: `${entra.authority}/${entra.tenantId}/v2.0`,
        prompt: 'select_account',
      },
    }),
    ...(oidc && { oidc }),
  };
}

/** A provider as next-auth knows it, by whose own code all of OpenID Connect is spoken. */
function providerOf([id, of]: [string, Registration]): OAuthConfig<Claims> {
  return {
    id,
    name: id,
    type: 'oauth',
    wellKnown: `${of.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: of.clientId,
    clientSecret: of.clientSecret,
    authorization: { params: { scope: 'openid email profile', prompt: of.prompt } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    // Of Entra's answers nothing counts that is not signed by the tenant.
    ...(id === 'oidc' && { userinfo: { request: claimsOf } }),
    httpOptions: { timeout: 10_000 },
    // Whose session it becomes, `signIn` finds out; the id is for next-auth alone.
    profile: ({ sub }) => ({ id: String(sub) }),
  };
}

/** The session to go on with, or where to go instead. */
type Outcome = { session: string } | { to: string };

/** What a round trip is for, and where it leads. */
interface Trip {
  /** Whoever is signed in shows again who they are. */
  proving: boolean;
  to: string;
}

async function trip(): Promise<Trip> {
  const jar = await cookies();
  const held = jar.get(cookieName(ROUND_TRIP.callbackUrl))?.value;
  const own = held && URL.canParse(held) ? new URL(held) : null;
  return {
    proving: jar.has(cookieName(PROVING)),
    to: innerAddress(own ? own.pathname + own.search : held),
  };
}

/** What is amiss, on the page where it can be begun again. */
const problem = (name: Problem, { proving, to }: Trip) =>
  proving ? proofAddress(to, name) : `/sign-in?problem=${name}`;

/** What becomes of whom a provider vouches for. */
async function answer(provider: Provider, claims: Claims): Promise<Outcome> {
  const vouched =
    provider === 'entra'
      ? vouchedByEntra(claims, env().entra?.tenantId ?? '')
      : vouchedByOidc(claims, env().oidc?.issuer ?? '');
  const on = await trip();
  if (typeof vouched === 'string') {
    await noteRefusal(await entranceHere(), REFUSALS[vouched]);
    return { to: problem('unknown', on) };
  }
  return on.proving ? proveAgain(vouched, on) : letIn(vouched, on);
}

/** Opens a session for whom a provider vouches for: only people who were invited get in. */
async function letIn(vouched: Vouched, on: Trip): Promise<Outcome> {
  const entrance = await entranceHere();
  const result = await signInVouched(entrance, vouched);
  switch (result.is) {
    case 'refused':
      return { to: problem('unknown', on) };
    case 'second step':
      return { to: await awaitSecondStep(result, on.to) };
    case 'in':
      await endHeldSession();
      await rememberDevice(result.personId, entrance.now);
      return { session: result.sessionId };
  }
}

/** Takes the provider's word for who sits there; the session goes on. */
async function proveAgain(vouched: Vouched, on: Trip): Promise<Outcome> {
  const [context, session] = [await currentContext(), await sessionId()];
  if (!context || !session) return { to: '/sign-in?problem=again' };
  const { db, now, caller } = await entranceHere();
  const amiss = await proveByProvider({ db, now, caller, actor: context.actor }, session, vouched);
  if (!amiss) return { session };
  return { to: problem(amiss === 'no time' ? 'untold' : 'other', on) };
}

/** What next-auth leaves out of its answer: it takes each failure of its callbacks for a refusal. */
interface Failure {
  error?: unknown;
}

/** Settings for one request: its two callbacks hand on the id of the session to go on with. */
function settings(failure: Failure): NextAuthOptions {
  let session: string | null = null;
  const roundTrip = Object.entries(ROUND_TRIP).map(([key, name]) => [
    key,
    { name: cookieName(name), options: cookieOptions(ROUND_TRIP_SECONDS) },
  ]);
  return {
    secret: env().authSecret,
    session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
    jwt: { maxAge: COOKIE_SECONDS },
    cookies: {
      ...Object.fromEntries(roundTrip),
      sessionToken: { name: cookieName('session'), options: cookieOptions(COOKIE_SECONDS) },
    },
    providers: Object.entries(registrations()).map(providerOf),
    callbacks: {
      async signIn({ account, profile }) {
        try {
          const provider = account?.provider === 'entra' ? 'entra' : 'oidc';
          const outcome = await answer(provider, { ...profile });
          if ('to' in outcome) return outcome.to;
          session = outcome.session;
          return true;
        } catch (error) {
          failure.error = error;
          throw error;
        }
      },
      jwt: () => ({ sid: session }),
      redirect: ({ url }) => afterSignIn(url),
    },
    logger: {
      error: (code, metadata) =>
        log.error(
          { code, err: 'error' in metadata ? metadata.error : metadata },
          'A sign-in by single sign-on failed',
        ),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** Asks next-auth, by one of its own addresses. None of them is an address of this app. */
async function nextAuth(request: NextRequest, ...nextauth: string[]): Promise<NextResponse> {
  const failure: Failure = {};
  const answer: Response = await NextAuth(request, { params: { nextauth } }, settings(failure));
  if ('error' in failure) throw failure.error;
  return new NextResponse(answer.body, answer);
}

/** Hands what next-auth sets to the browser, by way of Next, which keeps it for the next call. */
async function keepCookies(answer: NextResponse, ...names: string[]): Promise<void> {
  const jar = await cookies();
  for (const cookie of answer.cookies.getAll()) {
    if (names.includes(cookie.name)) jar.set(cookie);
  }
}

/** Where next-auth leads; null for a page of its own, to which it leads when something failed. */
function leadsTo(answer: NextResponse): string | null {
  const to = answer.headers.get('location');
  return to && !to.startsWith(`${env().appUrl}/api/auth/`) ? to : null;
}

/**
 * Begins: what only this browser knows goes into sealed cookies.
 * @param to an address of ours to go to afterwards
 * @param proving whoever is signed in shows again who they are: the provider is told to ask them,
 *   and to say when they answered
 * @returns the provider's address, or ours with what is amiss
 */
export async function beginSingleSignOn(
  provider: Provider,
  to: string,
  proving: boolean,
): Promise<string> {
  if (!registrations()[provider]) return '/sign-in';
  if (proving) (await cookies()).set(cookieName(PROVING), 'yes', cookieOptions(ROUND_TRIP_SECONDS));
  else await deleteCookie(PROVING);
  const own = Object.values(ROUND_TRIP).map(cookieName);
  // next-auth begins by a form with a token of its own. Here it is a link that begins: see
  // docs/decisions.md.
  const address = `${env().appUrl}/api/auth`;
  const pair = await nextAuth(new NextRequest(`${address}/csrf`), 'csrf');
  await keepCookies(pair, ...own);
  const { csrfToken } = (await pair.json()) as { csrfToken: string };
  // Whichever question another provider knows; Entra would go on to let people choose an account.
  const prompt = provider === 'entra' ? '&prompt=login' : '';
  const ask = proving ? `?max_age=0${prompt}` : '';
  const form = new NextRequest(`${address}/signin/${provider}${ask}`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, callbackUrl: to }),
  });
  const begun = await nextAuth(form, 'signin', provider);
  await keepCookies(begun, ...own);
  return leadsTo(begun) ?? problem('unreachable', { proving, to });
}

/** Whether this browser set out to that provider, and has not been back yet. */
async function setOut(provider: Provider, state: string | null): Promise<boolean> {
  const name = cookieName(ROUND_TRIP.state);
  const token = (await cookies()).get(name)?.value;
  if (!token) return false;
  const held = await decode({ token, secret: env().authSecret, salt: name }).catch(() => null);
  return held?.provider === provider && held.value === state;
}

/**
 * Ends the round trip, once, in the browser that began it: opens a session for whom the provider
 * vouches for, if they were invited.
 * @param query as the provider sent it
 * @returns where to go: where they were going, or to the sign-in page with what is amiss
 */
export async function endSingleSignOn(provider: Provider, query: URLSearchParams): Promise<string> {
  const on = await trip();
  if (!(await setOut(provider, query.get('state')))) return problem('again', on);
  const declined = query.get('error');
  try {
    if (declined !== null) {
      await noteRefusal(await entranceHere(), `the provider answered ${declined.slice(0, 100)}`);
      return problem('declined', on);
    }
    const back = new NextRequest(`${env().appUrl}/api/auth/callback/${provider}?${query}`);
    const answered = await nextAuth(back, 'callback', provider);
    await keepCookies(answered, cookieName('session'));
    const to = leadsTo(answered);
    if (to) {
      await startSealing();
      return to;
    }
    await noteRefusal(await entranceHere(), 'the answer of the provider was not good');
    return problem('unreachable', on);
  } finally {
    for (const name of [...Object.values(ROUND_TRIP), PROVING] as const) await deleteCookie(name);
  }
}
