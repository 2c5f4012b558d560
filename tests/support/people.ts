import type { Database } from '@/lib/data/database';
import { countAttempt } from '@/lib/data/rate-limits';
import { buildAccount } from '@/seed/builders/accounts';
import { buildLocalAction, own } from '@/seed/builders/register';
import { contextOf } from './actors';

/** Ids of people as they come to stand: each of them a viewer, but for who is only known. */
export interface People {
  /** Who is known, and cannot sign in. */
  known: string;
  /** Who has not used their link yet. */
  invited: string;
  /** Who signs in with a password. */
  active: string;
  deactivated: string;
  /** Who is deactivated too, and will not come back. */
  leaver: string;
  /** Who has a second step, and entered too many wrong codes. */
  careful: string;
  /** Who has signed in by single sign-on. */
  linked: string;
  /** Who owns something. */
  owner: string;
}

/** Makes one of each. @param marked told apart by, in their names and addresses */
export async function makePeople(db: Database, marked: string, now: Date): Promise<People> {
  const system = contextOf(db, undefined, now);
  const make = async (name: string) => {
    const { id } = await buildAccount(system, {
      email: `${name}@${marked}.example`,
      name: `${marked} ${name}`,
      position: `Position of the ${name}`,
      roles: ['viewer'],
      organisationId: null,
      // No password makes it: what is not a hash lets nobody in.
      passwordHash: name === 'invited' ? null : 'no hash',
    });
    return id;
  };
  const people = {
    known: await make('known'),
    invited: await make('invited'),
    active: await make('active'),
    deactivated: await make('deactivated'),
    leaver: await make('leaver'),
    careful: await make('careful'),
    linked: await make('linked'),
    owner: await make('owner'),
  };
  const known = { roles: [], email: null, passwordHash: null };
  await db.person.update({ where: { id: people.known }, data: known });
  await db.person.updateMany({
    where: { id: { in: [people.deactivated, people.leaver] } },
    data: { deactivatedAt: now },
  });
  await db.secondFactor.create({
    data: {
      personId: people.careful,
      secret: new Uint8Array(40),
      createdAt: now,
      confirmedAt: now,
    },
  });
  await db.identity.create({
    data: {
      personId: people.linked,
      issuer: 'https://id.example',
      subject: people.linked,
      linkedAt: now,
      lastUsedAt: now,
    },
  });
  // Their codes are held off for longer than a test takes.
  const later = new Date(now.getTime() + 10 * 365 * 86_400_000);
  for (let guess = 0; guess < 11; guess += 1) {
    await countAttempt({ db, now: later }, 'code', people.careful, 'unknown');
  }
  const reference = await buildLocalAction(system, { scheduling: 'due', due: '2037-06-30' });
  await own(system, reference, { ownerId: people.owner, leadOrganisationId: undefined });
  return people;
}
