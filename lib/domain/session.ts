import type { BoardView } from './view';

/** How long a session lasts: settings of the board. */
export type SessionLimits = Pick<BoardView, 'sessionIdleMinutes' | 'sessionHours'>;

/** When a session will end, and which of the two limits it meets first. */
export interface SessionDeadline {
  at: Date;
  /** It can be put off by going on. */
  idle: boolean;
}

/** Of a session that began and was last used at these moments. */
export function sessionDeadline(
  { createdAt, lastSeenAt }: { createdAt: Date; lastSeenAt: Date },
  { sessionIdleMinutes, sessionHours }: SessionLimits,
): SessionDeadline {
  const idle = lastSeenAt.getTime() + sessionIdleMinutes * 60_000;
  const whole = createdAt.getTime() + sessionHours * 3_600_000;
  return { at: new Date(Math.min(idle, whole)), idle: idle < whole };
}

/** How long before a session ends its reader is told (WCAG 2.2.1). */
export const WARNING_SECONDS = 120;

/** What a browser is told of its session; instants as ISO text. */
export interface SessionStanding {
  now: string;
  endsAt: string;
  /** Going on puts it off. */
  idle: boolean;
}

/** A sign-in, as its person sees it among others. */
export interface SessionRow {
  id: string;
  here: boolean;
  createdAt: string;
  lastSeenAt: string;
  method: string;
  agent: string | null;
}

/** "Firefox on Windows": enough to tell one's own sign-ins apart; the agent itself stays with it. */
export function browserName(agent: string | null): string {
  if (!agent) return 'An unknown browser';
  const first = (pairs: ReadonlyArray<readonly [RegExp, string]>) =>
    pairs.find(([pattern]) => pattern.test(agent))?.[1];
  // In this order: each calls itself what those after it do.
  const browser = first([
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = first([
    [/iPhone|iPad/, 'iOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  if (!browser) return 'An unknown browser';
  return system ? `${browser} on ${system}` : browser;
}
