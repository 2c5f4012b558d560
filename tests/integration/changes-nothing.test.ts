import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addOrganisation, addPerson } from '@/lib/data/people';
import { RuleError } from '@/lib/domain/errors';
import { contextOf, everything, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { writesAndTargets } from '../support/targets';
import { digest } from '../support/whole-database';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { homeId } = actors;
const { writes: WRITES, target } = await writesAndTargets(db, actors);
const first = contextOf(db, await everything(db, actors.home.officer));

const events = () => db.auditEvent.count();
const failure = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => new Error('it was written'),
    (error: unknown) => error,
  );

/** Whoever does one of these once more means another one, with whatever words. */
const ANOTHER_ONE = [
  'reportNoChange',
  'addReading',
  'addEvidenceLink',
  'addEvidenceFile',
  'createLocalAction',
  'applyImport',
  'askQuestion',
  'noteDecision',
  'addMeeting',
  'planMeetings',
  'openMeetingAction',
  'issuePaper',
  'addSource',
  'addRecommendation',
  'addGrouping',
  'addParagraph',
  'moveParagraph',
  'saveParagraph',
  'invitePerson',
  'makeLinkAgain',
  'endAllSessions',
  // Their forms in the list of writes ask for something else each time.
  'setOurRole',
  'arrangeRecommendations',
  'setMembership',
  'setDateRules',
  'setAccessRules',
  'setSecondStepRule',
  'setStorageRules',
];

test.each(WRITES.filter(({ name }) => !ANOTHER_ONE.includes(name)))(
  '$name: what changes nothing writes nothing',
  async (write) => {
    const on = await target(write);
    const words = `Words of ${on.reference} ${randomUUID()}`;
    await write.run(first, on, await opening(db, write, on), words);
    const sent = await opening(db, write, on);
    const [before, whole] = [await events(), await digest(db)];
    const refused = await failure(write.run(first, on, sent, words));
    expect(await events()).toBe(before);
    expect(await digest(db)).toEqual(whole);
    // It is said, or the page that follows says that nothing was changed.
    expect((refused as Error).message).not.toBe('');
  },
);

describe('names that are there already', () => {
  const person = (name: string, organisationId = homeId) =>
    addPerson(first, { submissionId: randomUUID(), name, position: 'Nurse', organisationId });
  const organisation = (name: string) =>
    addOrganisation(first, { submissionId: randomUUID(), name });

  test('are refused, however they are written', async () => {
    const otherId = await organisation('Turning Corners');
    await person('Ada Example');
    expect(await failure(person('ADA EXAMPLE'))).toMatchObject({
      fields: { name: expect.stringContaining('there already') },
    });
    expect(await failure(organisation('turning corners'))).toBeInstanceOf(RuleError);
    // The same name elsewhere is another person.
    await person('Ada Example', otherId);
  });

  test.each(['%', '_da Example', 'Ada%', 'Ada\\ Example', 'Ada_Example'])(
    '%j is a name like any other',
    async (name) => {
      await person(name);
      await organisation(name);
      expect(await failure(person(name))).toBeInstanceOf(RuleError);
      expect(await failure(organisation(name))).toBeInstanceOf(RuleError);
    },
  );
});
