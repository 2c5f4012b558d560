import { expect } from 'vitest';
import { runScript } from './started';

/**
 * The first administrator of an app, an officer as well, as the operator makes them.
 * @param settings of that app
 */
export async function makeFirstOfficer(
  settings: Record<string, string>,
  email = 'first@board.example',
): Promise<void> {
  const works = ['--position', 'Lead', '--organisation', 'Exampleshire Council', '--officer'];
  const person = ['--email', email, '--name', 'First Person', ...works];
  const made = runScript('scripts/create-admin.ts', settings, ...person);
  expect(await made.ended, made.errors()).toBe(0);
}
