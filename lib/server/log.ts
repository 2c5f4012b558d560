import pino from 'pino';

const SECRETS = ['password', 'newPassword', 'token', 'secret', 'authSecret', 'databaseUrl'];
const HEADERS = ['cookie', 'authorization', '["set-cookie"]'];

/** The app's log: a line of JSON for each event on standard output, secrets left out. */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
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
