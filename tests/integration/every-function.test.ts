import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writesOf } from '../support/writes';

/** Tried in permissions.test.ts, conflicts.test.ts and rollbacks.test.ts. */
const WRITES = writesOf({ ownerId: '', organisationId: '', recommendationId: '' });

/** Reads, which the restricted rule is tried on in restricted.test.ts. */
const READS = [
  'countMeetingQuestions',
  'countQuestionsToAnswer',
  'getAsAt',
  'getAsAtChoices',
  'getAttendance',
  'getBoard',
  'getChoices',
  'getDashboard',
  'getDecision',
  'getEvidence',
  'getGrouping',
  'getHistory',
  'getItem',
  'getMeeting',
  'getMeetingDecisions',
  'getMovement',
  'getMovementStart',
  'getMeetingAction',
  'getMeetingActions',
  'getMeetingRecord',
  'getMinutes',
  'getPerson',
  'getRegister',
  'getSeat',
  'getReturns',
  'getSettings',
  'getStart',
  'listArrangement',
  'listAwaiting',
  'listChallenges',
  'listChallengesOf',
  'listDecisionsForOwner',
  'getSource',
  'countMyMeetingActions',
  'listDemoAccounts',
  'listMergeTargets',
  'listGroupings',
  'listMeetings',
  'listObjectives',
  'listMembership',
  'listOpenMeetingActions',
  'listOrganisations',
  'listPeople',
  'listSources',
  'listQuestions',
  'openEvidenceFile',
];
/** Before anybody is signed in, or by an operator: see sessions.test.ts. */
const SIGNING_IN = [
  'acceptInvitation',
  'actorOfSession',
  'createFirstAdministrator',
  'getInvitation',
  'signIn',
  'signOut',
];
/** What those are made of. They write only inside a change, or nothing. */
const PARTS = [
  'appendDecision',
  'carryOut',
  'decidingMeeting',
  'delegation',
  'demandStep',
  'lastMeetings',
  'insertMeeting',
  'listItemQuestions',
  'newOwner',
  'listProposals',
  'movementSinceMeeting',
  'pendingProposal',
  'pendingProposals',
  'ragAtMeetings',
  'proposerOf',
  'takenColumns',
  'toDecision',
  'toProposal',
  'undo',
  'appendWording',
  'demandLatestWording',
  'groupingChanges',
  'lockSource',
  'sourceChanges',
  'sources',
  'toLinkedItem',
  'challengeCalendar',
  'challengeFacts',
  'firingChallenges',
  'withdrawnEvidence',
  'hasBegun',
  'itemsSeen',
  'latestAttendance',
  'findMeeting',
  'meetingsBeside',
  'membersOn',
  'minutesFromRecord',
  'settingsChanges',
  'toBoard',
  'writtenBy',
  'standingLinks',
  'recordedBy',
  'people',
  'organisations',
  'meetings',
  'items',
  'groupings',
  'appendUpdate',
  'author',
  'change',
  'connectDatabase',
  'demand',
  'demandKind',
  'demandLatest',
  'demandOpen',
  'getRestriction',
  'hashPassword',
  'isReady',
  'itemState',
  'listEvidence',
  'lock',
  'lockEvidence',
  'lockItem',
  'matches',
  'maySeeEvidence',
  'optionCounts',
  'recordTime',
  'registerTables',
  'restrictionOf',
  'seesEvidence',
  'setLinks',
  'standingEvidence',
  'toAuthor',
  'toColumn',
  'toMeeting',
  'toPlainDate',
  'toRegisterRow',
  'toRestriction',
  'verifyPassword',
  'visibleItem',
];

test('every function of lib/data is a write tried here, a read, or a part of them', async () => {
  const folder = path.resolve('lib/data');
  const exported = new Set<string>();
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(path.join(folder, file));
    for (const [name, value] of Object.entries(module)) {
      if (typeof value === 'function') exported.add(name);
    }
  }
  const known = [...WRITES.map((write) => write.name), ...READS, ...SIGNING_IN, ...PARTS];
  exported.delete('PrismaClient');
  // A new write belongs into tests/support/writes.ts: its permission is then tried below.
  expect([...exported].sort()).toEqual(known.sort());
});
