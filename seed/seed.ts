import type { Database } from '@/lib/data/database';
import { hashPassword } from '@/lib/data/password';
import type { Role } from '@/lib/domain/permissions';
import { seedReference } from './reference';
export interface SeedSummary { demoAccounts: Array<{ email: string; name: string; role: Role }> }
export async function seed({ db, now, demo, demoPassword }: { db: Database; now: Date; demo: boolean; demoPassword?: string }): Promise<SeedSummary> {
  await seedReference(db, now);
  if (!demo) return { demoAccounts: [] };
  const passwordHash = await hashPassword(demoPassword ?? '');
  const accounts = (['viewer', 'member', 'commissioner', 'officer', 'administrator'] as const).map((role) => ({ email: `${role === 'administrator' ? 'admin' : role}@board.example`, name: `The ${role}`, role }));
  for (const a of accounts) {
    if (await db.person.findUnique({ where: { email: a.email } })) continue;
    const base = { version: 1, name: a.name, position: a.role };
    const p = await db.person.create({ data: { createdAt: now, email: a.email, passwordHash, roles: [a.role], ...base } });
    await db.personVersion.create({ data: { personId: p.id, recordedAt: now, ...base } });
  }
  return { demoAccounts: accounts };
}
