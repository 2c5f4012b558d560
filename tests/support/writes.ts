import { randomUUID } from 'node:crypto';
import { acknowledgeChallenges, takeBackAcknowledgement } from '@/lib/data/acknowledgements';
import { arrangeRecommendations } from '@/lib/data/arrangement';
import { recordAttendance } from '@/lib/data/attendance';
import type { Context } from '@/lib/data/context';
import type { Database } from '@/lib/data/database';
import { decideUnderDelegation, noteDecision, recordDecisions } from '@/lib/data/decisions';
import { addEvidenceFile, addEvidenceLink, withdrawEvidence } from '@/lib/data/evidence';
import { addGrouping, renameGrouping, restoreGrouping, retireGrouping } from '@/lib/data/groupings';
import { applyImport } from '@/lib/data/imports';
import {
  addReading,
  createLocalAction,
  editLocalAction,
  linkLocalAction,
  withdrawLocalAction,
} from '@/lib/data/local-actions';
import { mapCommitment, mapRecommendation } from '@/lib/data/mapping';
import {
  closeMeetingAction,
  openMeetingAction,
  reopenMeetingAction,
  withdrawMeetingAction,
} from '@/lib/data/meeting-actions';
import { planMeetings } from '@/lib/data/meeting-plan';
import { addMeeting, cancelMeeting, editMeeting, restoreMeeting } from '@/lib/data/meetings';
import { getMeeting } from '@/lib/data/meetings-view';
import { setMembership } from '@/lib/data/membership';
import { agreeMinutes, saveMinutes } from '@/lib/data/minutes';
import {
  clearPaper,
  restoreHeadline,
  savePaperFront,
  savePrintedHeadline,
} from '@/lib/data/paper-drafts';
import {
  addParagraph,
  leaveOutParagraph,
  moveParagraph,
  putBackParagraph,
  restoreParagraph,
  saveParagraph,
} from '@/lib/data/paper-paragraphs';
import { issuePaper, withdrawPaper } from '@/lib/data/papers';
import { addOrganisation, addPerson } from '@/lib/data/people';
import {
  proposeClosure,
  proposeExtension,
  proposeReopening,
  withdrawProposal,
} from '@/lib/data/proposals';
import { answerQuestion, askQuestion, withdrawQuestion } from '@/lib/data/questions';
import { addRecommendation, editRecommendation, setShortTitle } from '@/lib/data/recommendations';
import { agreeRedaction, declineRedaction, requestRedaction } from '@/lib/data/redactions';
import {
  releaseEvidence,
  releaseItem,
  restrictEvidence,
  restrictItem,
} from '@/lib/data/restrictions';
import {
  nameBoard,
  setAccessRules,
  setDateRules,
  setRagKey,
  setSecondStepRule,
  setStorageRules,
} from '@/lib/data/settings';
import { addSource, editSource } from '@/lib/data/sources';
import { statePosition, stateResponse } from '@/lib/data/statements';
import {
  assignOwner,
  correctFirstDate,
  reportNoChange,
  setDates,
  setOurRole,
  setRagStatus,
} from '@/lib/data/status-updates';
import { supersedeDecision } from '@/lib/data/supersede';
import { addDays, londonDay } from '@/lib/domain/dates';
import { ITEM_KINDS } from '@/lib/domain/item';
import { systemActor } from '@/lib/domain/permissions';
import { DEFAULT_RAG_KEY } from '@/lib/domain/rag';
import { formOnce, literal } from './imports';
import { restriction } from './make';
import { PAPER } from './paper-keys';
import { BEFORE, smallPaper } from './papers';
import { peopleWrites } from './people-writes';
import { PDF, sampleFile } from './sample-files';
import type { Sent, Target, Write } from './write';

const LOCAL = ['local_action'] as const;
const ISSUE = { kind: 'paper', figures: 'refreshed' } as const;
const EVIDENCE = {
  title: 'Minutes',
  shows: 'That it was agreed.',
  datedOn: '2026-09-01',
  reviewOn: undefined,
};

const system = (context: Context): Context => ({ ...context, actor: systemActor });

/** A day and a time of its own for each form, the same one for the same form. */
function dayOf(submissionId: string): { date: string; startsAt: string } {
  const [days, minutes] = [submissionId.slice(0, 4), submissionId.slice(4, 8)].map((hex) =>
    Number.parseInt(hex, 16),
  ) as [number, number];
  const time = new Date(minutes * 1000).toISOString().slice(11, 16);
  return { date: addDays('2027-01-01', days % 10_000), startsAt: time };
}

/** A role that it was not when a form was opened: the same one for the same form. */
async function anotherRole({ db }: Context, reference: string, number: number) {
  const from = await db.statusUpdate.findFirst({ where: { item: { reference }, number } });
  return from?.ourRole === 'contribute' ? ('watch' as const) : ('contribute' as const);
}

/** The settings that a form was opened on. */
const settingsAt = ({ db }: Context, version: number) =>
  db.boardSettings.findUniqueOrThrow({ where: { version } });

const PREFIXES = new Map<string, string>();
/** A prefix of its own for each form, the same one for the same form. */
function prefixFor(submissionId: string): string {
  const count = PREFIXES.size;
  const letter = (place: number) =>
    String.fromCharCode(65 + (Math.floor(count / 26 ** place) % 26));
  const prefix = PREFIXES.get(submissionId) ?? `T${letter(1)}${letter(0)}`;
  PREFIXES.set(submissionId, prefix);
  return prefix;
}
const SOURCE = { publisher: 'Public health team', year: '2026', month: '03' };
/** Groupings of one name could not be told apart. */
const named = (words: string, { submissionId }: Pick<Sent, 'submissionId'>) =>
  `${words} ${submissionId}`;

/** @param given what forms choose from: a person, an organisation, a recommendation */
export function writesOf(given: {
  ownerId: string;
  organisationId: string;
  recommendationId: string;
}): Write[] {
  const { ownerId, organisationId, recommendationId } = given;
  const links = { itemIds: [recommendationId], groupingIds: [] };
  return [
    {
      name: 'assignOwner',
      row: 'setOwner',
      to: 'item',
      kinds: ITEM_KINDS,
      basedOn: 'number',
      run: (context, { reference }, sent, words) =>
        assignOwner(context, reference, { ...sent, ownerId, leadOrganisationId: undefined, words }),
    },
    {
      name: 'setRagStatus',
      row: 'setRag',
      to: 'item',
      kinds: ITEM_KINDS,
      basedOn: 'number',
      run: (context, { reference }, sent, words) =>
        setRagStatus(context, reference, {
          ...sent,
          rag: 'amber',
          headline: words,
          words,
          recovery: words,
        }),
    },
    {
      name: 'reportNoChange',
      row: 'setRag',
      to: 'item',
      kinds: ITEM_KINDS,
      basedOn: 'number',
      run: (context, { reference }, sent, words) =>
        reportNoChange(context, reference, { ...sent, nextStep: words, words }),
    },
    {
      name: 'addReading',
      row: 'setRag',
      to: 'item',
      kinds: LOCAL,
      run: (context, { reference }, { submissionId }, words) =>
        addReading(context, reference, {
          submissionId,
          readOn: '2026-10-01',
          value: '12 days',
          note: words,
        }),
    },
    {
      name: 'setOurRole',
      row: 'setOurRole',
      to: 'item',
      kinds: ['recommendation'],
      basedOn: 'number',
      run: async (context, { reference }, sent, words) => {
        const ourRole = await anotherRole(context, reference, sent.basedOn);
        return setOurRole(context, reference, { ...sent, ourRole, words });
      },
    },
    {
      name: 'arrangeRecommendations',
      wordless: true,
      row: 'setOurRole',
      to: 'item',
      kinds: ['recommendation'],
      basedOn: 'number',
      run: async (context, { reference }, { submissionId, basedOn }) => {
        const ourRole = await anotherRole(context, reference, basedOn);
        return arrangeRecommendations(context, {
          submissionId,
          basedOn,
          rows: { [reference]: { number: basedOn, ourRole } },
        });
      },
    },
    {
      name: 'stateResponse',
      row: 'stateResponse',
      to: 'item',
      kinds: ITEM_KINDS,
      basedOn: 'our_response',
      run: (context, { reference }, sent, words) =>
        stateResponse(context, reference, { ...sent, words, statedOn: '2026-11-01' }),
    },
    {
      name: 'statePosition',
      row: 'statePosition',
      to: 'item',
      kinds: ITEM_KINDS,
      basedOn: 'national_position',
      run: (context, { reference }, sent, words) =>
        statePosition(context, reference, {
          ...sent,
          words,
          statedOn: '2026-11-01',
          url: 'https://www.example.org',
        }),
    },
    {
      name: 'addEvidenceLink',
      row: 'addEvidence',
      to: 'item',
      kinds: ITEM_KINDS,
      run: (context, { reference }, { submissionId }, words) =>
        addEvidenceLink(context, reference, {
          ...EVIDENCE,
          submissionId,
          title: words,
          url: 'https://www.example.org',
        }),
    },
    {
      name: 'addEvidenceFile',
      row: 'addEvidence',
      to: 'item',
      kinds: ITEM_KINDS,
      run: (context, { reference }, { submissionId }, words) =>
        addEvidenceFile(context, reference, {
          ...EVIDENCE,
          submissionId,
          title: words,
          file: sampleFile('paper.pdf', PDF),
        }),
    },
    {
      name: 'withdrawEvidence',
      row: 'withdrawEvidence',
      to: 'evidence',
      kinds: ITEM_KINDS,
      run: (context, { evidenceId }, { submissionId }, reason) =>
        withdrawEvidence(context, evidenceId, { submissionId, reason }),
    },
    {
      name: 'restrictEvidence',
      row: 'restrict',
      to: 'evidence',
      kinds: ITEM_KINDS,
      run: (context, { evidenceId }, { submissionId }, reason) =>
        restrictEvidence(context, evidenceId, restriction([], { submissionId, reason })),
    },
    {
      name: 'releaseEvidence',
      row: 'restrict',
      to: 'evidence',
      kinds: ITEM_KINDS,
      restricted: true,
      run: (context, { evidenceId }, { submissionId }, reason) =>
        releaseEvidence(context, evidenceId, { submissionId, reason }),
    },
    {
      name: 'restrictItem',
      row: 'restrict',
      to: 'item',
      kinds: LOCAL,
      run: (context, { reference }, { submissionId }, reason) =>
        restrictItem(context, reference, restriction([], { submissionId, reason })),
    },
    {
      name: 'releaseItem',
      row: 'restrict',
      to: 'item',
      kinds: LOCAL,
      restricted: true,
      run: (context, { reference }, { submissionId }, reason) =>
        releaseItem(context, reference, { submissionId, reason }),
    },
    {
      name: 'setDates',
      row: 'editLocalActions',
      to: 'item',
      kinds: LOCAL,
      basedOn: 'number',
      run: (context, { reference }, sent, words) =>
        setDates(context, reference, { ...sent, scheduling: 'due', due: '2027-05-01', words }),
    },
    {
      name: 'correctFirstDate',
      row: 'correctFirstDate',
      to: 'item',
      kinds: LOCAL,
      basedOn: 'number',
      run: (context, { reference }, sent, words) =>
        correctFirstDate(context, reference, { ...sent, due: '2027-08-31', words }),
    },
    {
      name: 'editLocalAction',
      row: 'editLocalActions',
      to: 'item',
      kinds: LOCAL,
      basedOn: 'wordingNumber',
      run: (context, { reference }, sent, words) =>
        editLocalAction(context, reference, { ...sent, shortTitle: words, text: words }),
    },
    {
      name: 'linkLocalAction',
      wordless: true,
      row: 'editLocalActions',
      to: 'item',
      kinds: LOCAL,
      run: (context, { reference }, { submissionId }) =>
        linkLocalAction(context, reference, { submissionId, ...links }),
    },
    {
      name: 'withdrawLocalAction',
      row: 'editLocalActions',
      to: 'item',
      kinds: LOCAL,
      basedOn: 'number',
      run: (context, { reference }, sent, reason) =>
        withdrawLocalAction(context, reference, { ...sent, reason }),
    },
    {
      name: 'createLocalAction',
      row: 'editLocalActions',
      to: 'board',
      kinds: LOCAL,
      // Its links are an event of their own.
      events: 2,
      run: (context, _, { submissionId }, words) =>
        createLocalAction(context, { submissionId, shortTitle: words, text: words, ...links }),
    },
    {
      name: 'applyImport',
      row: 'import',
      to: 'board',
      kinds: LOCAL,
      // One of the whole, one of the row.
      events: 2,
      prepare: (context, { submissionId }, words) => formOnce(context, submissionId, words),
      run: async (context, _, { submissionId }, words) =>
        applyImport(context, await formOnce(context, submissionId, words), literal),
    },
    {
      name: 'proposeExtension',
      row: 'propose',
      to: 'item',
      kinds: LOCAL,
      basedOn: 'number',
      run: (context, { reference }, sent, reason) =>
        proposeExtension(context, reference, {
          ...sent,
          scheduling: 'due',
          due: '2027-12-31',
          reason,
        }),
    },
    {
      name: 'proposeClosure',
      row: 'propose',
      to: 'item',
      kinds: ITEM_KINDS,
      basedOn: 'number',
      run: (context, { reference }, sent, reason) =>
        proposeClosure(context, reference, { ...sent, outcome: 'no_longer_pursued', reason }),
    },
    {
      name: 'proposeReopening',
      row: 'propose',
      to: 'item',
      kinds: ITEM_KINDS,
      stage: 'closed',
      basedOn: 'number',
      run: (context, { reference }, sent, reason) =>
        proposeReopening(context, reference, { ...sent, rag: 'green', headline: reason, reason }),
    },
    {
      name: 'withdrawProposal',
      row: 'withdrawProposal',
      to: 'item',
      kinds: LOCAL,
      stage: 'proposed',
      run: async (context, { reference }, { submissionId }, reason) =>
        withdrawProposal(context, reference, { submissionId, proposal: 1, reason }),
    },
    {
      name: 'recordDecisions',
      row: 'decide',
      to: 'item',
      kinds: ITEM_KINDS,
      stage: 'proposed',
      run: async (context, { reference, heldMeeting }, { submissionId }, words) => {
        const item = await context.db.item.findUnique({ where: { reference } });
        return recordDecisions(context, heldMeeting, {
          submissionId,
          rest: 'open',
          lines: { [item?.id ?? randomUUID()]: { proposal: 1, result: 'refused', words } },
        });
      },
    },
    {
      name: 'decideUnderDelegation',
      row: 'decide',
      to: 'item',
      kinds: ITEM_KINDS,
      stage: 'proposed',
      run: (context, { reference }, { submissionId }, words) =>
        decideUnderDelegation(context, reference, {
          submissionId,
          proposal: 1,
          result: 'returned',
          words,
          delegatedToId: ownerId,
          decidedOn: londonDay(context.now),
        }),
    },
    {
      name: 'supersedeDecision',
      row: 'decide',
      to: 'item',
      kinds: ITEM_KINDS,
      stage: 'closed',
      basedOn: 'number',
      // The item opens again, by a decision.
      events: 2,
      run: async (context, { reference, heldMeeting }, sent, words) => {
        const first = await context.db.decision.findFirst({
          where: { item: { reference } },
          orderBy: { recordedAt: 'asc' },
        });
        return supersedeDecision(context, first?.id ?? randomUUID(), {
          ...sent,
          taken: heldMeeting,
          result: 'refused',
          words,
          rag: 'green',
          headline: words,
        });
      },
    },
    {
      name: 'askQuestion',
      row: 'askQuestion',
      to: 'item',
      kinds: ITEM_KINDS,
      run: (context, { reference }, { submissionId }, words) =>
        askQuestion(context, reference, { submissionId, words }),
    },
    {
      name: 'answerQuestion',
      row: 'answerQuestion',
      to: 'item',
      kinds: LOCAL,
      stage: 'asked',
      byOwner: true,
      run: (context, { reference }, { submissionId }, words) =>
        answerQuestion(context, reference, { submissionId, question: 1, words }),
    },
    {
      name: 'withdrawQuestion',
      row: 'withdrawQuestion',
      to: 'item',
      kinds: LOCAL,
      stage: 'asked',
      run: (context, { reference }, { submissionId }, reason) =>
        withdrawQuestion(context, reference, { submissionId, question: 1, reason }),
    },
    {
      name: 'noteDecision',
      row: 'decide',
      to: 'meeting',
      kinds: LOCAL,
      run: (context, { heldMeeting }, { submissionId }, words) =>
        noteDecision(context, heldMeeting, { submissionId, result: 'noted', words }),
    },
    {
      name: 'addMeeting',
      row: 'manageMeetings',
      to: 'board',
      kinds: LOCAL,
      run: (context, _, { submissionId }, venue) =>
        addMeeting(context, { submissionId, venue, ...dayOf(submissionId) }),
    },
    {
      name: 'planMeetings',
      row: 'manageMeetings',
      to: 'board',
      kinds: LOCAL,
      // One a meeting.
      events: 2,
      run: (context, _, { submissionId }, venue) => {
        const { date, startsAt } = dayOf(submissionId);
        const dates = [date, addDays(date, 91)].map((day, index) => ({
          key: `m${index + 1}`,
          date: day,
        }));
        return planMeetings(context, { submissionId, startsAt, venue, dates });
      },
    },
    {
      name: 'editMeeting',
      row: 'manageMeetings',
      to: 'meeting',
      kinds: LOCAL,
      basedOn: 'version',
      run: async (context, { meeting }, sent, venue) => {
        const { date, startsAt } = await getMeeting(system(context), meeting);
        return editMeeting(context, meeting, { ...sent, date, startsAt, venue });
      },
    },
    {
      name: 'cancelMeeting',
      row: 'manageMeetings',
      to: 'meeting',
      kinds: LOCAL,
      basedOn: 'version',
      run: (context, { meeting }, sent, reason) =>
        cancelMeeting(context, meeting, { ...sent, reason }),
    },
    {
      name: 'restoreMeeting',
      row: 'manageMeetings',
      to: 'meeting',
      kinds: LOCAL,
      basedOn: 'version',
      run: (context, { cancelledMeeting }, sent, reason) =>
        restoreMeeting(context, cancelledMeeting, { ...sent, reason }),
    },
    {
      name: 'acknowledgeChallenges',
      row: 'acknowledge',
      to: 'challenge',
      kinds: LOCAL,
      run: (context, { challenges: { meeting, open } }, { submissionId }, reason) =>
        acknowledgeChallenges(context, {
          submissionId,
          meeting,
          challenges: [{ rule: 'no_owner', reference: open }],
          reason,
        }),
    },
    {
      name: 'takeBackAcknowledgement',
      row: 'acknowledge',
      to: 'challenge',
      kinds: LOCAL,
      run: (context, { challenges: { meeting, acknowledged } }, { submissionId }, reason) =>
        takeBackAcknowledgement(context, {
          submissionId,
          meeting,
          challenge: { rule: 'no_owner', reference: acknowledged },
          reason,
        }),
    },
    {
      name: 'setMembership',
      wordless: true,
      row: 'manageMeetings',
      to: 'board',
      kinds: LOCAL,
      basedOn: 'membership',
      run: (context, { seat }, sent) =>
        setMembership(context, {
          ...sent,
          personId: seat,
          capacity: 'vice_chair',
          from: dayOf(sent.submissionId).date,
          until: undefined,
          removed: false,
        }),
    },
    {
      name: 'recordAttendance',
      row: 'manageMeetings',
      to: 'meeting',
      kinds: LOCAL,
      basedOn: 'attendance',
      run: (context, { pastMeeting }, sent, othersPresent) =>
        recordAttendance(context, pastMeeting, {
          ...sent,
          othersPresent,
          entries: [],
          declarations: [
            { id: undefined, personId: ownerId, words: othersPresent, references: ['R1'] },
          ],
        }),
    },
    {
      name: 'openMeetingAction',
      row: 'manageMeetings',
      to: 'meeting',
      kinds: LOCAL,
      run: (context, { pastMeeting }, { submissionId }, what) =>
        openMeetingAction(context, pastMeeting, { submissionId, what, ownerId, due: undefined }),
    },
    {
      name: 'closeMeetingAction',
      row: 'closeMeetingAction',
      to: 'meeting action',
      kinds: LOCAL,
      run: (context, { meetingAction }, { submissionId }, words) =>
        closeMeetingAction(context, meetingAction, { submissionId, words }),
    },
    {
      name: 'reopenMeetingAction',
      row: 'manageMeetings',
      to: 'meeting action',
      kinds: LOCAL,
      run: (context, { doneMeetingAction }, { submissionId }, words) =>
        reopenMeetingAction(context, doneMeetingAction, { submissionId, words }),
    },
    {
      name: 'withdrawMeetingAction',
      row: 'manageMeetings',
      to: 'meeting action',
      kinds: LOCAL,
      run: (context, { meetingAction }, { submissionId }, words) =>
        withdrawMeetingAction(context, meetingAction, { submissionId, words }),
    },
    {
      name: 'saveMinutes',
      row: 'manageMeetings',
      to: 'meeting',
      kinds: LOCAL,
      basedOn: 'minutes',
      run: (context, { minutedMeeting }, sent, words) =>
        saveMinutes(context, minutedMeeting, {
          ...sent,
          sections: [{ heading: 'Present', words }],
        }),
    },
    {
      name: 'agreeMinutes',
      wordless: true,
      row: 'manageMeetings',
      to: 'meeting',
      kinds: LOCAL,
      basedOn: 'minutes',
      run: async (context, { minutedMeeting, heldMeeting }, sent) => {
        const later = await context.db.meeting.findUnique({ where: { slug: heldMeeting } });
        const meetingId = later?.id ?? randomUUID();
        return agreeMinutes(context, minutedMeeting, { ...sent, meetingId });
      },
    },
    {
      name: 'issuePaper',
      row: 'managePapers',
      to: 'meeting',
      kinds: LOCAL,
      run: (context, { meeting }, sent, words) =>
        issuePaper(
          // A first due date of other tests must not have been printed.
          { ...context, now: BEFORE },
          meeting,
          { ...sent, ...ISSUE, reason: words, openChallengesAccepted: 1000 },
          smallPaper({ draft: sent.basedOn, words }),
        ),
    },
    {
      name: 'withdrawPaper',
      row: 'managePapers',
      to: 'meeting',
      kinds: LOCAL,
      run: (context, { issuedMeeting }, { submissionId }, reason) =>
        withdrawPaper(context, issuedMeeting, '1', { submissionId, reason, understood: 'yes' }),
    },
    {
      name: 'nameBoard',
      row: 'manageSettings',
      to: 'board',
      kinds: LOCAL,
      basedOn: 'settings',
      run: (context, _, sent, name) => nameBoard(context, { ...sent, name, areas: [name] }),
    },
    {
      name: 'setDateRules',
      wordless: true,
      row: 'manageSettings',
      to: 'board',
      kinds: LOCAL,
      basedOn: 'settings',
      run: async (context, _, sent) => {
        const { dueSoonDays: now } = await settingsAt(context, sent.basedOn);
        return setDateRules(context, {
          ...sent,
          updatesDueDays: 10,
          papersIssuedDays: 5,
          // Whatever it is, it is another.
          dueSoonDays: (now % 365) + 1,
          reviewMonths: 12,
        });
      },
    },
    {
      name: 'setRagKey',
      row: 'manageSettings',
      to: 'board',
      kinds: LOCAL,
      basedOn: 'settings',
      run: (context, _, sent, red) =>
        setRagKey(context, {
          ...sent,
          ...DEFAULT_RAG_KEY,
          commitment: { ...DEFAULT_RAG_KEY.commitment, red },
        }),
    },
    {
      name: 'addSource',
      row: 'manageSources',
      to: 'board',
      kinds: LOCAL,
      run: (context, _, { submissionId }, title) =>
        addSource(context, { submissionId, prefix: prefixFor(submissionId), title, ...SOURCE }),
    },
    {
      name: 'editSource',
      row: 'manageSources',
      to: 'source',
      kinds: LOCAL,
      basedOn: 'source',
      run: (context, { source }, sent, title) =>
        editSource(context, source, { ...sent, title, ...SOURCE }),
    },
    {
      name: 'addRecommendation',
      row: 'manageSources',
      to: 'source',
      kinds: LOCAL,
      run: (context, { source }, { submissionId }, words) =>
        addRecommendation(context, source, {
          submissionId,
          number: undefined,
          shortTitle: words,
          text: words,
          groupingIds: [],
        }),
    },
    {
      name: 'editRecommendation',
      row: 'manageSources',
      to: 'source',
      kinds: LOCAL,
      basedOn: 'ownWording',
      run: (context, { ownRecommendation }, sent, words) =>
        editRecommendation(context, ownRecommendation, {
          ...sent,
          shortTitle: words,
          text: words,
          reason: words,
        }),
    },
    {
      name: 'setShortTitle',
      row: 'manageSources',
      to: 'item',
      kinds: ['recommendation', 'commitment'],
      basedOn: 'wordingNumber',
      run: (context, { reference }, sent, words) =>
        setShortTitle(context, reference, { ...sent, shortTitle: words, reason: words }),
    },
    {
      name: 'mapRecommendation',
      wordless: true,
      row: 'manageSources',
      to: 'item',
      kinds: ['recommendation'],
      run: (context, { reference, grouping }, { submissionId }) =>
        mapRecommendation(context, reference, { submissionId, groupingIds: [grouping] }),
    },
    {
      name: 'mapCommitment',
      wordless: true,
      row: 'manageSources',
      to: 'item',
      kinds: ['commitment'],
      run: (context, { reference }, { submissionId }) =>
        mapCommitment(context, reference, {
          submissionId,
          groupingIds: [],
          answers: { [recommendationId]: 'direct' },
        }),
    },
    {
      name: 'addGrouping',
      row: 'manageSources',
      to: 'board',
      kinds: LOCAL,
      run: (context, _, { submissionId }, words) =>
        addGrouping(context, { submissionId, kind: 'theme', name: named(words, { submissionId }) }),
    },
    {
      name: 'renameGrouping',
      row: 'manageSources',
      to: 'grouping',
      kinds: LOCAL,
      basedOn: 'grouping',
      run: (context, { grouping }, sent, words) =>
        renameGrouping(context, grouping, {
          ...sent,
          name: named(words, { submissionId: grouping }),
          reason: words,
        }),
    },
    {
      name: 'retireGrouping',
      row: 'manageSources',
      to: 'grouping',
      kinds: LOCAL,
      basedOn: 'grouping',
      run: (context, { grouping }, sent, reason) =>
        retireGrouping(context, grouping, { ...sent, reason }),
    },
    {
      name: 'restoreGrouping',
      row: 'manageSources',
      to: 'grouping',
      kinds: LOCAL,
      basedOn: 'grouping',
      run: (context, { retiredGrouping }, sent, reason) =>
        restoreGrouping(context, retiredGrouping, { ...sent, reason }),
    },
    {
      name: 'requestRedaction',
      row: 'redact',
      to: 'evidence',
      kinds: ITEM_KINDS,
      run: (context, { evidenceId }, { submissionId }, reason) =>
        requestRedaction(context, {
          submissionId,
          subject: { table: 'Evidence', key: { id: evidenceId } },
          columns: ['title'],
          reason,
        }),
    },
    {
      name: 'agreeRedaction',
      wordless: true,
      row: 'redact',
      to: 'board',
      kinds: LOCAL,
      run: (context, { redactionId }, { submissionId }) =>
        agreeRedaction(context, redactionId, { submissionId, understood: 'yes' }),
    },
    {
      name: 'declineRedaction',
      row: 'redact',
      to: 'board',
      kinds: LOCAL,
      run: (context, { redactionId }, { submissionId }, reason) =>
        declineRedaction(context, redactionId, { submissionId, reason }),
    },
    ...paperWrites(),
    ...peopleWrites(organisationId),
    {
      name: 'setAccessRules',
      wordless: true,
      row: 'manageSettings',
      to: 'board',
      kinds: LOCAL,
      basedOn: 'settings',
      run: async (context, _, sent) => {
        const { sessionHours, secondStepRoles, securityMonths, sessionIdleMinutes } =
          await settingsAt(context, sent.basedOn);
        return setAccessRules(context, {
          ...sent,
          sessionHours,
          secondStepRoles: [...secondStepRoles],
          securityMonths,
          passwordsAllowed: true,
          // Whatever it is, it is another.
          sessionIdleMinutes: sessionIdleMinutes === 20 ? 25 : 20,
        });
      },
    },
    {
      name: 'setStorageRules',
      wordless: true,
      row: 'manageSettings',
      to: 'board',
      kinds: LOCAL,
      basedOn: 'settings',
      run: async (context, _, sent) => {
        const { storageMb: now } = await settingsAt(context, sent.basedOn);
        // Whatever it is, it is another.
        return setStorageRules(context, { ...sent, storageMb: now + 1 });
      },
    },
    {
      name: 'setSecondStepRule',
      row: 'manageSettings',
      to: 'board',
      kinds: LOCAL,
      basedOn: 'settings',
      run: async (context, _, sent, reason) => {
        // Whatever it is, it is another.
        const { secondStepOutside } = await settingsAt(context, sent.basedOn);
        return setSecondStepRule(context, { ...sent, needed: !secondStepOutside, reason });
      },
    },
    {
      name: 'addPerson',
      row: 'addPeople',
      to: 'board',
      kinds: LOCAL,
      run: (context, _, { submissionId }, name) =>
        addPerson(context, { submissionId, name, position: 'Nurse', organisationId }),
    },
    {
      name: 'addOrganisation',
      row: 'addPeople',
      to: 'board',
      kinds: LOCAL,
      run: (context, _, { submissionId }, name) => addOrganisation(context, { submissionId, name }),
    },
  ];
}

/** What can be done to the draft of a paper. */
function paperWrites(): Write[] {
  const of = (
    name: string,
    run: (context: Context, slug: string, sent: Sent, words: string) => Promise<unknown>,
  ): Write => ({
    name,
    // One that takes no words.
    ...(run.length < 4 && { wordless: true as const }),
    row: 'managePapers',
    to: 'meeting',
    kinds: LOCAL,
    basedOn: 'paper',
    run: (context, { paperMeeting }, sent, words) => run(context, paperMeeting, sent, words),
  });
  const written = (words: string) => ({ heading: undefined, words, public: false });
  return [
    of('savePaperFront', (context, slug, sent, title) =>
      savePaperFront(context, slug, {
        ...sent,
        title,
        itemNumber: '4',
        author: undefined,
        sponsor: undefined,
        purpose: 'noting',
      }),
    ),
    of('saveParagraph', (context, slug, sent, words) =>
      saveParagraph(context, slug, PAPER.edited, { ...sent, ...written(words), seen: undefined }),
    ),
    of('addParagraph', (context, slug, sent, words) =>
      addParagraph(context, slug, { ...sent, ...written(words), section: '2' }),
    ),
    of('restoreParagraph', (context, slug, sent) =>
      restoreParagraph(context, slug, PAPER.edited, sent),
    ),
    of('leaveOutParagraph', (context, slug, sent) =>
      leaveOutParagraph(context, slug, PAPER.edited, sent),
    ),
    of('putBackParagraph', (context, slug, sent) =>
      putBackParagraph(context, slug, PAPER.leftOut, sent),
    ),
    of('moveParagraph', (context, slug, sent) =>
      moveParagraph(context, slug, PAPER.edited, { ...sent, by: 'down' }),
    ),
    of('savePrintedHeadline', (context, slug, sent, words) =>
      savePrintedHeadline(context, slug, PAPER.item, { ...sent, words }),
    ),
    of('restoreHeadline', (context, slug, sent) =>
      restoreHeadline(context, slug, PAPER.item, sent),
    ),
    of('clearPaper', (context, slug, sent, clearedBy) =>
      clearPaper(context, slug, { ...sent, clearedBy, clearedRole: 'Director' }),
    ),
  ];
}

/** What a freshly opened form would carry. */
export async function opening(db: Database, write: Write, target: Target): Promise<Sent> {
  const { reference } = target;
  const submissionId = randomUUID();
  const { basedOn } = write;
  if (!basedOn) return { submissionId, basedOn: 0 };
  if (basedOn === 'our_response' || basedOn === 'national_position') {
    const stated = await db.statement.count({ where: { item: { reference }, kind: basedOn } });
    return { submissionId, basedOn: stated };
  }
  if (basedOn === 'settings') {
    const { _max } = await db.boardSettings.aggregate({ _max: { version: true } });
    return { submissionId, basedOn: _max.version ?? 0 };
  }
  if (basedOn === 'version') {
    const slug = write.name === 'restoreMeeting' ? target.cancelledMeeting : target.meeting;
    const meeting = await db.meeting.findUniqueOrThrow({ where: { slug } });
    return { submissionId, basedOn: meeting.version };
  }
  if (basedOn === 'source') {
    const source = await db.source.findUniqueOrThrow({ where: { prefix: target.source } });
    return { submissionId, basedOn: source.version };
  }
  if (basedOn === 'grouping') {
    const id = write.name === 'restoreGrouping' ? target.retiredGrouping : target.grouping;
    const grouping = await db.grouping.findUniqueOrThrow({ where: { id } });
    return { submissionId, basedOn: grouping.version };
  }
  if (basedOn === 'ownWording') {
    const own = { reference: target.ownRecommendation };
    const { wordingNumber } = await db.item.findUniqueOrThrow({ where: own });
    return { submissionId, basedOn: wordingNumber };
  }
  const based = async (count: Promise<number>) => ({ submissionId, basedOn: await count });
  if (basedOn === 'attendance') {
    return based(db.attendanceVersion.count({ where: { meeting: { slug: target.pastMeeting } } }));
  }
  if (basedOn === 'minutes') {
    return based(db.minutesVersion.count({ where: { meeting: { slug: target.minutedMeeting } } }));
  }
  if (basedOn === 'paper') {
    return based(db.paperVersion.count({ where: { meeting: { slug: target.paperMeeting } } }));
  }
  if (basedOn === 'person') {
    const kind = { in: ['person.invited', 'person.changed'] };
    const { active } = target.people;
    return based(db.auditEvent.count({ where: { personId: active, kind } }));
  }
  if (basedOn === 'roles') {
    const kind = { in: ['person.invited', 'person.roles', 'person.reactivated'] };
    const { active } = target.people;
    return based(db.auditEvent.count({ where: { personId: active, kind } }));
  }
  if (basedOn === 'membership') {
    return based(db.boardMembership.count({ where: { personId: target.seat } }));
  }
  const item = await db.item.findUniqueOrThrow({ where: { reference } });
  return { submissionId, basedOn: item[basedOn] };
}
