import path from 'node:path';
import { OperatorError } from '@/lib/domain/operator-error';
import { parseSettings, type Settings } from '@/lib/server/env';

/**
 * Runs a command of ours to its end. What the operator can put right is said in plain sentences on
 * standard error; only a fault of ours shows where it happened. Either leaves with status 1.
 * @param command gives the exit status
 */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command());
  } catch (error) {
    console.error(error instanceof OperatorError ? error.message : error);
    process.exit(1);
  }
}

/**
 * The settings of this process's environment.
 * @throws OperatorError with a sentence for each variable that is wrong
 */
export function readSettings(): Settings {
  const settings = parseSettings(process.env);
  return { ...settings, dataDir: path.resolve(settings.dataDir) };
}
