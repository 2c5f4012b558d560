import type { Instrumentation } from 'next';

let beforeApp: typeof import('@/lib/server/before-app/install') | undefined;

/** What the app does by itself begins with it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    beforeApp = await import('@/lib/server/before-app/install');
    beforeApp.installBeforeApp();
    const { keepTroubleOffConsole } = await import('@/lib/server/trouble-answer');
    keepTroubleOffConsole();
    const { followClock } = await import('@/lib/server/clock');
    await followClock();
    const { startHousekeeping } = await import('@/lib/server/housekeeping');
    startHousekeeping();
  }
}

/**
 * Writes every error nobody caught into the log, under the reference that the error page shows.
 * The route is logged rather than the address: an address can hold an invitation's token or what
 * somebody searched for.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const reference = String(request.headers['x-reference']);
  // Before anything is waited for: the answer looks whether it was said.
  const unreadable = beforeApp?.noteIfUnreadable(thrown, reference) ?? false;
  const { noteTroubleAnswer } = await import('@/lib/server/trouble-answer');
  noteTroubleAnswer(reference, error);
  const { log } = await import('@/lib/server/log');
  // A form that is sent without a script has none; scripts/start/error-words.mjs names one.
  const { digest = reference } = thrown as { digest?: string };
  if (unreadable) {
    const said = { digest, route: context.routePath, said: thrown.message };
    log.warn(said, 'A form that could not be read was turned away');
    return;
  }
  log.error(
    {
      digest,
      method: request.method,
      route: context.routePath,
      during: context.routeType,
      err: thrown,
    },
    'A request failed',
  );
};
