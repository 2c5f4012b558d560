import { readSettings, runCommand } from './operator';
import { whenNpmIsGone } from './start/ancestors';
import { Closing } from './start/closing';

await runCommand(async () => {
  const settings = readSettings();
  const closing = new Closing();
  let askedAt: number | undefined;
  const asked = new Promise<void>((resolve) => {
    const ask = () => {
      // npm passes on what the terminal has sent already: that is one, not two.
      if (askedAt !== undefined && Date.now() - askedAt > 500) closing.hurry();
      askedAt ??= Date.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
    whenNpmIsGone(resolve);
  });
  // A terminal that has gone away must not take the orderly stop with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  // Much to load: after the settings, so that a wrong one is told at once.
  const { run } = await import('./start/run');
  try {
    await Promise.race([asked, run(settings, process.argv.includes('--dev'), closing)]);
    console.log(
      `Stopping … What began may finish, for up to ${settings.stopSeconds} seconds. Ctrl-C again stops at once.`,
    );
  } finally {
    await closing.closeAll();
  }
  console.log('Stopped.');
  return 0;
});
