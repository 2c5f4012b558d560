import { createHash } from 'node:crypto';
import type { Transaction } from './database';

/** Holds everybody else who asks for the same name until this transaction ends. */
export async function lock(tx: Transaction, name: string): Promise<void> {
  const key = createHash('sha256').update(name).digest().readBigInt64BE(0);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${key})`;
}
