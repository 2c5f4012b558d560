import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { interactionPolicy } from 'oidc-provider';

/** Claims of somebody's, by the name they sign in with. */
export type Accounts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface TestProvider {
  accounts: Accounts;
  /** Where the provider is, with its path. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where it may send people back to. */
  returnAddress: string;
  /**
   * What providers differ in: whether an address stands in the token, or has to be asked for; and
   * whether they know of choosing an account.
   */
  like: 'entra' | 'oidc-provider';
}

function page(action: string): string {
  return `<!doctype html><html lang="en"><title>The provider</title><h1>The provider</h1>
<form method="post" action="${action}"><label>Account <input name="account"></label>
<button name="answer" value="in">Continue</button>
<button name="answer" value="out">Cancel</button></form></html>`;
}

/** Asks for an account each time, as one that lets people choose among several does. */
function policy(like: TestProvider['like']) {
  const prompts = interactionPolicy.base();
  if (like === 'entra')
    prompts.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return prompts;
}

/** An address that a provider will have: until it is there, whoever connects is cut off. */
export interface ProviderAddress {
  origin: string;
  provide(of: TestProvider): void;
  close(): Promise<void>;
}

/** Takes a port of this machine and keeps it, so that an app can be told of it before it starts. */
export async function keepProviderAddress(): Promise<ProviderAddress> {
  let listener: RequestListener = (request) => request.socket.destroy();
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, () => resolve());
  });
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    provide: (of) => {
      listener = answersOf(of);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * A real provider of OpenID Connect, with accounts of the test's own, whose login page believes
 * everybody.
 */
function answersOf(of: TestProvider): RequestListener {
  const prefix = new URL(of.issuer).pathname.replace(/\/$/, '');
  const provider = new Provider(of.issuer, {
    clients: [
      {
        client_id: of.clientId,
        client_secret: of.clientSecret,
        redirect_uris: [of.returnAddress],
      },
    ],
    claims: {
      openid: ['sub', 'tid', 'oid'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    conformIdTokenClaims: of.like !== 'entra',
    features: { devInteractions: { enabled: false } },
    interactions: {
      policy: policy(of.like),
      url: (_, { uid }) => `${prefix}/interaction/${uid}`,
    },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...of.accounts[accountId] }),
    }),
    async loadExistingGrant({ oidc }) {
      const { client, session, provider: own } = oidc;
      const grant = new own.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  return async (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(prefix)) {
      response.writeHead(404).end();
      return;
    }
    if (!url.startsWith(`${prefix}/interaction/`)) {
      // Koa makes the addresses of what it answers out of both.
      Object.assign(request, { originalUrl: url, url: url.slice(prefix.length) || '/' });
      await answer(request, response);
      return;
    }
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(url));
      return;
    }
    let body = '';
    for await (const piece of request) body += piece;
    const form = new URLSearchParams(body);
    await provider.interactionFinished(
      request,
      response,
      form.get('answer') === 'in'
        ? { login: { accountId: form.get('account') ?? '' }, select_account: {} }
        : { error: 'access_denied', error_description: 'They cancelled' },
    );
  };
}
