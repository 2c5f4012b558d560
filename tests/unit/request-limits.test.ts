import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const PRELOADED = path.resolve('scripts/start/before-app.mjs');
const PRINT = `
  const http = require('node:http');
  const limits = ({ headersTimeout, requestTimeout }) => ({ headersTimeout, requestTimeout });
  const own = http.createServer({ requestTimeout: 1000, headersTimeout: 1000 });
  process.stdout.write(JSON.stringify([http.createServer(() => {}), http.createServer(), own].map(limits)));
`;

test('a request has 20 seconds for its head and five minutes in all', () => {
  const printed = execFileSync(process.execPath, ['--import', PRELOADED, '-e', PRINT], {
    encoding: 'utf8',
  });
  const limited = { headersTimeout: 20_000, requestTimeout: 300_000 };
  // Whoever asks for less gets it.
  const own = { headersTimeout: 1000, requestTimeout: 1000 };
  expect(JSON.parse(printed)).toEqual([limited, limited, own]);
});
