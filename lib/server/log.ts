import pino from 'pino';
import { troubleOf } from '@/lib/domain/trouble';
import { countTrouble } from './outage';

const SECRETS = ['password', 'newPassword', 'token', 'secret', 'authSecret', 'databaseUrl'];
const HEADERS = ['cookie', 'authorization', '["set-cookie"]'];

/**
 * The app's log: a line of JSON for each event on standard output, secrets left out. What fails
 * because the database is in trouble is counted, and told once a minute.
 */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  hooks: {
    logMethod(args, method) {
      const { err } = (args[0] ?? {}) as { err?: unknown };
      const trouble = troubleOf(err);
      if (!trouble) return method.apply(this, args);
      countTrouble(trouble, String((err as Error).message), (line, words) =>
        method.apply(this, [line, words]),
      );
    },
  },
  redact: {
    paths: [
      ...SECRETS.flatMap((name) => [name, `*.${name}`]),
      ...HEADERS.flatMap((name) => {
        const end = name.startsWith('[') ? `headers${name}` : `headers.${name}`;
        return [end, `*.${end}`];
      }),
    ],
    censor: '[left out]',
  },
});
