import { hash, verify } from '@node-rs/argon2';

// argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane.
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), SETTINGS);
}

// Checked when there is no such account, so that the answer takes as long as a wrong password.
let decoy: Promise<string> | undefined;

/** @param stored null for an account that is unknown or has no password: always false */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return stored !== null && matches;
}
