import type { Environment } from '@/lib/server/env';
import type { Prepared } from './database';

/** Tells whoever started the app where it is and, for a demo board, how to get in. */
export function announce(environment: Environment, accounts: Prepared['accounts']): void {
  const { appUrl, host, port, trustProxy } = environment;
  const lines = [
    '',
    `The board tracker is ready at ${appUrl}`,
    `It listens on ${listening(host)}, port ${port}, and believes the forwarded headers of ${trustProxy.join(', ') || 'nobody'}.`,
  ];
  if (environment.demo && accounts.length > 0) {
    const said = `Demo accounts; unless somebody chose another, the password of each is`;
    lines.push('', `${said} ${environment.demoPassword}`);
    const width = Math.max(...accounts.map((account) => account.email.length));
    for (const { email, name, role } of accounts) {
      lines.push(`  ${email.padEnd(width)}  ${name}, ${role}`);
    }
  } else if (!environment.demo) {
    lines.push('The first administrator is made with npm run create-admin.');
  }
  lines.push('', 'Ctrl-C stops it.', '');
  console.log(lines.join('\n'));
}

function listening(host: string): string {
  if (host === '0.0.0.0' || host === '::') return `every address of this machine (${host})`;
  return /^(127\.|::1$)/.test(host) ? `${host}, for this machine alone` : host;
}
