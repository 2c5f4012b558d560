import { londonDay } from '@/lib/domain/dates';
import type { DESIGN } from './design-table';
import { PAPER } from './paper-keys';
import type { People } from './people';
import { PDF, sampleFile } from './sample-files';
import type { Kind, Places, Thing } from './subjects';

/**
 * A server action, as tests/http/every-action.test.ts drives it: with the form of the page, filled
 * in, sent by everybody. An action that is new gets an entry here, by the name the test prints.
 */
export interface Entrance {
  /**
   * The page whose form calls the action: for what is about something, what follows its address.
   * Fields that are empty are filled in: see openForm.
   */
  page: string | ((places: Places, thing: Thing) => string);
  /** The row of the design's table that says who may; or anybody may who is signed in. */
  row: keyof typeof DESIGN | 'signed in';
  /** What the form is about, where that is somebody's: it is sent about their own as well. */
  about?: Kind;
  /** Fields that no made-up words would do for; undefined leaves one out. */
  fill?: Fields | ((places: Places) => Fields);
  /** Who sees the form; somebody with the roles of an officer and an administrator, if unsaid. */
  seenBy?: 'owner' | 'officer';
  /** Sent about what is not theirs, it is answered as if it were, and changes nothing. */
  silent?: true;
  /** A step on the way to what it does: it leads on, and says nothing. */
  onward?: true;
  /** Why it gets no further than a rule, whoever sends it. */
  stuck?: string;
}
type Fields = Readonly<Record<string, string | File | undefined>>;

const dated = (name: string, [day, month, year]: readonly [string, string, string]) => ({
  [`${name}.day`]: day,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
  // Some are more than ten years off.
  [`${name}.confirmed`]: [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
});
const PAST = ['1', '9', '2026'] as const;
const today = () => {
  const [year = '', month = '', day = ''] = londonDay(new Date()).split('-');
  return [day, month, year] as const;
};
const AHEAD = ['31', '12', '2038'] as const;

type More = Omit<Partial<Entrance>, 'fill' | 'row' | 'page'>;

/** A form on a page below something that is somebody's. */
const of = (
  about: Kind,
  row: Entrance['row'],
  below: string,
  fill: Entrance['fill'] = {},
  more: More = {},
): Entrance => ({ row, about, page: below && `/${below}`, fill, ...more });

/** A form on a page of the whole board. */
const on = (
  row: Entrance['row'],
  page: Entrance['page'],
  fill: Entrance['fill'] = {},
  more: More = {},
): Entrance => ({ row, page, fill, ...more });

const meeting = (slug: keyof Places, below: string) => (places: Places) =>
  `/meetings/${places[slug]}/${below}`;

const person = (who: keyof People, below: string) => (places: Places) =>
  `/people/${places.people[who]}/${below}`;

const upload = (below: string, fill: Entrance['fill'] = {}, more: More = {}): Entrance =>
  of('upload', 'import', below, fill, { seenBy: 'owner', ...more });

const paragraph = (key: string) => `paper/paragraphs/${key}`;
const RESTRICTION = { ...dated('review', AHEAD) };
const spreadsheet = (text: string) => new File([text], 'log.csv', { type: 'text/csv' });
const SPREADSHEET = spreadsheet('Title\nA new thing\n');
/** It asks who that is. */
export const QUESTIONED = spreadsheet('Title,Owner\nA new thing,Jo Nobody\n');

const board = (path: string) => `app/(board)/${path}/actions.ts`;
const item = (path: string) => board(`[register]/[reference]/${path}`);
const action = (path: string) => board(`local-actions/[reference]/${path}`);
const paper = (path: string) => board(`meetings/[slug]/paper${path}`);

/** Every server action that asks who is there, by its file and name. */
export const ENTRANCES: Readonly<Record<string, Entrance>> = {
  [`${item('owner')}#assignOwnerAction`]: of('open', 'setOwner', 'owner'),
  [`${item('update')}#setRagAction`]: of('open', 'setRag', 'update'),
  [`${item('no-change')}#noChangeAction`]: of('open', 'setRag', 'no-change'),
  [`${item('response')}#stateResponseAction`]: of(
    'open',
    'stateResponse',
    'response',
    dated('statedOn', PAST),
  ),
  [`${item('position')}#statePositionAction`]: of(
    'open',
    'statePosition',
    'position',
    dated('statedOn', PAST),
  ),
  [`${item('evidence/link')}#addLinkAction`]: of('open', 'addEvidence', 'evidence/link', {
    ...dated('datedOn', PAST),
    url: 'https://www.example.org',
  }),
  [`${item('evidence/file')}#addFileAction`]: of('open', 'addEvidence', 'evidence/file', {
    ...dated('datedOn', PAST),
    file: sampleFile('paper.pdf', PDF) as File,
  }),
  [`${item('close')}#proposeClosureAction`]: of('open', 'propose', 'close', {
    outcome: 'no_longer_pursued',
  }),
  [`${item('reopen')}#proposeReopeningAction`]: of('closed', 'propose', 'reopen'),
  [`${item('withdraw-proposal')}#withdrawProposalAction`]: of(
    'proposed',
    'withdrawProposal',
    'withdraw-proposal',
  ),
  [`${item('decide')}#decideAction`]: of('proposed', 'decide', 'decide', () => ({
    result: 'returned',
    ...dated('decidedOn', today()),
  })),
  [`${item('ask')}#askQuestionAction`]: of('open', 'askQuestion', 'ask'),
  [`${item('questions/[number]/answer')}#answerQuestionAction`]: of(
    'asked',
    'answerQuestion',
    'questions/1/answer',
    {},
    { seenBy: 'owner' },
  ),
  [`${item('questions/[number]/withdraw')}#withdrawQuestionAction`]: of(
    'asked',
    'withdrawQuestion',
    'questions/1/withdraw',
  ),
  [`${item('short-title')}#setShortTitleAction`]: on(
    'manageSources',
    '/recommendations/r3/short-title',
    { shortTitle: 'Another title' },
  ),

  [`${board('local-actions/new')}#createLocalActionAction`]: on(
    'editLocalActions',
    '/local-actions/new',
    dated('due', AHEAD),
  ),
  [`${action('edit')}#editLocalActionAction`]: of('open', 'editLocalActions', 'edit', {
    shortTitle: 'Another title',
  }),
  [`${action('dates')}#setDatesAction`]: of(
    'open',
    'editLocalActions',
    'dates',
    dated('due', ['1', '5', '2037']),
  ),
  [`${action('links')}#linkLocalActionAction`]: of('open', 'editLocalActions', 'links'),
  [`${action('readings')}#addReadingAction`]: of(
    'open',
    'setRag',
    'readings',
    dated('readOn', PAST),
  ),
  [`${action('correct-date')}#correctFirstDateAction`]: of(
    'open',
    'correctFirstDate',
    'correct-date',
    dated('due', AHEAD),
  ),
  [`${action('extend')}#proposeExtensionAction`]: of(
    'open',
    'propose',
    'extend',
    dated('due', AHEAD),
  ),
  [`${action('restrict')}#restrictItemAction`]: of('open', 'restrict', 'restrict', RESTRICTION),
  [`${action('release')}#releaseItemAction`]: of('restricted', 'restrict', 'release'),
  [`${action('withdraw')}#withdrawLocalActionAction`]: of('open', 'editLocalActions', 'withdraw'),

  [`${board('evidence/[id]/withdraw')}#withdrawEvidenceAction`]: of(
    'evidence',
    'withdrawEvidence',
    'withdraw',
  ),
  [`${board('evidence/[id]/restrict')}#restrictEvidenceAction`]: of(
    'evidence',
    'restrict',
    'restrict',
    RESTRICTION,
  ),
  [`${board('evidence/[id]/release')}#releaseEvidenceAction`]: of(
    'restricted evidence',
    'restrict',
    'release',
  ),

  [`${board('recommendations/[reference]/role')}#setOurRoleAction`]: on(
    'setOurRole',
    '/recommendations/r3/role',
    { ourRole: 'watch' },
  ),
  [`${board('recommendations/[reference]/wording')}#editRecommendationAction`]: on(
    'manageSources',
    ({ recommendation }) => `/recommendations/${recommendation.toLowerCase()}/wording`,
    { shortTitle: 'Another title' },
  ),
  [`${board('recommendations/[reference]/mapping')}#mapRecommendationAction`]: on(
    'manageSources',
    '/recommendations/r3/mapping',
  ),
  [`${board('commitments/[reference]/mapping')}#mapCommitmentAction`]: on(
    'manageSources',
    '/commitments/c2.1/mapping',
  ),
  [`${board('sources/new')}#addSourceAction`]: on('manageSources', '/sources/new', {
    prefix: 'ZY',
    year: '2026',
    month: '',
  }),
  [`${board('sources/[prefix]/edit')}#editSourceAction`]: on(
    'manageSources',
    ({ source }) => `/sources/${source.toLowerCase()}/edit`,
    { title: 'Another title' },
  ),
  [`${board('sources/[prefix]/add')}#addRecommendationAction`]: on(
    'manageSources',
    ({ source }) => `/sources/${source.toLowerCase()}/add`,
    { number: '' },
  ),
  [`${board('groupings/new')}#addGroupingAction`]: on('manageSources', '/groupings/new'),
  [`${board('groupings/[kind]/[code]/edit')}#renameGroupingAction`]: on(
    'manageSources',
    ({ grouping }) => `${grouping.address}/edit`,
    { name: 'Another name' },
  ),
  [`${board('groupings/[kind]/[code]/retire')}#retireGroupingAction`]: on(
    'manageSources',
    ({ grouping }) => `${grouping.address}/retire`,
  ),
  [`${board('groupings/[kind]/[code]/restore')}#restoreGroupingAction`]: on(
    'manageSources',
    ({ retired }) => `${retired.address}/restore`,
  ),

  [`${board('meetings/new')}#addMeetingAction`]: on('manageMeetings', '/meetings/new', {
    ...dated('date', AHEAD),
    startsAt: '14:00',
  }),
  [`${board('start/meetings')}#planMeetingsAction`]: on(
    'manageMeetings',
    '/start/meetings?startsAt=14%3A00&venue=Hall&every=quarterly&first.day=4&first.month=1&first.year=2039',
  ),
  [`${board('meetings/[slug]/edit')}#editMeetingAction`]: on(
    'manageMeetings',
    meeting('meeting', 'edit'),
    { venue: 'Another hall' },
  ),
  [`${board('meetings/[slug]/cancel')}#cancelMeetingAction`]: on(
    'manageMeetings',
    meeting('meeting', 'cancel'),
  ),
  [`${board('meetings/[slug]/restore')}#restoreMeetingAction`]: on(
    'manageMeetings',
    meeting('cancelled', 'restore'),
  ),
  [`${board('meetings/members')}#setMembershipAction`]: on(
    'manageMeetings',
    '/meetings/members/new',
    ({ seat }) => ({ personId: seat, ...dated('from', PAST) }),
  ),
  [`${board('meetings/[slug]/attendance/record')}#recordAttendanceAction`]: on(
    'manageMeetings',
    meeting('past', 'attendance/record'),
    // Nobody came in another's place, and what was declared is about no item.
    Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [
        [`entries[${n}].deputy`, undefined],
        [`declarations[${n}].references`, undefined],
      ]).flat(),
    ),
  ),
  [`${board('meetings/[slug]/actions/new')}#openMeetingActionAction`]: on(
    'manageMeetings',
    meeting('past', 'actions/new'),
  ),
  [`${board('meetings/[slug]/actions/[number]/[step]')}#doneAction`]: of(
    'meeting action',
    'closeMeetingAction',
    'done',
  ),
  [`${board('meetings/[slug]/actions/[number]/[step]')}#reopenAction`]: of(
    'done meeting action',
    'manageMeetings',
    'reopen',
  ),
  [`${board('meetings/[slug]/actions/[number]/[step]')}#withdrawAction`]: of(
    'meeting action',
    'manageMeetings',
    'withdraw',
  ),
  [`${board('meetings/[slug]/minutes/edit')}#saveMinutesAction`]: on(
    'manageMeetings',
    meeting('past', 'minutes/edit'),
  ),
  [`${board('meetings/[slug]/minutes/agree')}#agreeMinutesAction`]: on(
    'manageMeetings',
    meeting('past', 'minutes/agree'),
  ),
  [`${board('meetings/[slug]/decisions')}#recordDecisionsAction`]: on(
    'decide',
    meeting('held', 'decisions'),
  ),
  [`${board('meetings/[slug]/decisions/other')}#noteDecisionAction`]: on(
    'decide',
    meeting('held', 'decisions/other'),
  ),
  [`${board('decisions/[id]/supersede')}#supersedeDecisionAction`]: of(
    'decision',
    'decide',
    'supersede',
    ({ held }) => ({ taken: held, result: 'refused', rag: 'green' }),
  ),
  [`${board('challenges/acknowledge')}#acknowledgeAction`]: on(
    'acknowledge',
    '/challenges/acknowledge?rule=no_owner',
    ({ unowned }) => ({ challenges: `no_owner:${unowned}` }),
  ),
  [`${board('challenges/take-back')}#takeBackAction`]: on(
    'acknowledge',
    ({ acknowledged }) => `/challenges/take-back?challenge=no_owner%3A${acknowledged}`,
  ),

  [`${paper('')}#stepAction`]: on('managePapers', meeting('paper', 'paper'), { step: 'down' }),
  [`${paper('/front')}#saveFrontAction`]: on('managePapers', meeting('paper', 'paper/front')),
  [`${paper('/paragraphs/new')}#addParagraphAction`]: on(
    'managePapers',
    meeting('paper', 'paper/paragraphs/new'),
  ),
  [`${paper('/paragraphs/[key]')}#saveParagraphAction`]: on(
    'managePapers',
    meeting('paper', paragraph(PAPER.edited)),
  ),
  [`${paper('/headlines/[reference]')}#saveHeadlineAction`]: on(
    'managePapers',
    meeting('paper', `paper/headlines/${PAPER.item.toLowerCase()}`),
    { words: 'Another headline' },
  ),
  [`${paper('/headlines/[reference]')}#restoreHeadlineAction`]: on(
    'managePapers',
    meeting('paper', `paper/headlines/${PAPER.item.toLowerCase()}`),
  ),
  [`${paper('/clear')}#clearPaperAction`]: on('managePapers', meeting('paper', 'paper/clear')),
  [`${paper('/issue')}#issuePaperAction`]: on('managePapers', meeting('paper', 'paper/issue'), {
    openChallengesAccepted: '1000',
  }),
  [`${board('papers/[meeting]/[version]/withdraw')}#withdrawAction`]: on(
    'managePapers',
    ({ issued }) => `/papers/${issued}/1/withdraw`,
    { understood: 'yes' },
  ),
  [`${board('papers')}#identifyAction`]: on(
    'signed in',
    '/papers',
    { file: new File(['x'], 'paper.pdf') },
    { onward: true },
  ),

  [`${board('import')}#uploadAction`]: on(
    'import',
    '/import',
    { kind: 'local_actions', file: SPREADSHEET },
    { onward: true },
  ),
  [`${board('import/[id]/columns')}#tableAction`]: upload('columns', {}, { onward: true }),
  [`${board('import/[id]/columns')}#columnsAction`]: upload('columns', {}, { onward: true }),
  [`${board('import/[id]/questions')}#answersAction`]: of(
    'upload with a question',
    'import',
    'questions',
    {},
    { seenBy: 'owner', onward: true },
  ),
  [`${board('import/[id]')}#rowsAction`]: upload('', {}, { onward: true }),
  [`${board('import/[id]/apply')}#applyAction`]: upload('apply'),
  [`${board('import/[id]/discard')}#discardAction`]: upload('discard', {}, { silent: true }),

  [`${board('redactions/new')}#requestRedactionAction`]: {
    about: 'evidence',
    row: 'redact',
    page: (_, { key }) => `/redactions/new?subject=Evidence~${key}`,
    fill: { columns: 'title' },
  },
  [`${board('redactions/[id]')}#agreeRedactionAction`]: on(
    'redact',
    ({ redaction }) => `/redactions/${redaction}`,
    { understood: 'yes' },
    { seenBy: 'officer' },
  ),
  [`${board('redactions/[id]')}#declineRedactionAction`]: on(
    'redact',
    ({ otherRedaction }) => `/redactions/${otherRedaction}`,
  ),

  [`${board('redactions')}#putAwayAction`]: on('redact', '/', {}, { seenBy: 'officer' }),

  [`${board('settings/board')}#nameBoardAction`]: on('manageSettings', '/settings/board', {
    name: 'Another board',
  }),
  [`${board('settings/dates')}#setDateRulesAction`]: on('manageSettings', '/settings/dates', {
    dueSoonDays: '31',
  }),
  [`${board('settings/rag-key')}#setRagKeyAction`]: on('manageSettings', '/settings/rag-key', {
    'commitment.red': 'Another meaning',
  }),
  [`${board('settings/access')}#setAccessRulesAction`]: on('manageSettings', '/settings/access', {
    sessionIdleMinutes: '31',
  }),
  [`${board('settings/second-step')}#setSecondStepRuleAction`]: on(
    'manageSettings',
    '/settings/second-step',
    { needed: 'no' },
  ),
  [`${board('settings/storage')}#setStorageRulesAction`]: on(
    'manageSettings',
    '/settings/storage',
    { storageMb: '20480' },
  ),
  [`${board('start/recommendations')}#arrangeRecommendationsAction`]: on(
    'setOurRole',
    '/start/recommendations',
  ),
  [`${board('people/new')}#addPersonAction`]: on('addPeople', '/people/new'),
  [`${board('people/invite')}#invitePersonAction`]: on('invite', '/people/invite', {
    name: 'Somebody new',
    email: 'newcomer@nowhere.example',
    roles: 'viewer',
  }),
  [`${board('people/[id]/invite')}#inviteKnownAction`]: on('invite', person('known', 'invite'), {
    email: 'known@met.example',
    roles: 'viewer',
  }),
  [`${board('people/[id]/link')}#makeLinkAction`]: on('invite', person('invited', 'link')),
  [`${board('people/[id]/edit')}#changePersonAction`]: on(
    'managePeople',
    person('active', 'edit'),
    { name: 'Another name of theirs' },
  ),
  [`${board('people/[id]/roles')}#setRolesAction`]: on('managePeople', person('active', 'roles'), {
    roles: 'member',
  }),
  [`${board('people/[id]/end-sessions')}#endAllSessionsAction`]: on(
    'managePeople',
    person('active', 'end-sessions'),
  ),
  [`${board('people/[id]/single-sign-on')}#unlinkAction`]: on(
    'managePeople',
    person('linked', 'single-sign-on'),
  ),
  [`${board('people/[id]/hold')}#liftHoldAction`]: on('managePeople', person('careful', 'hold')),
  [`${board('people/[id]/second-step')}#resetSecondStepAction`]: on(
    'managePeople',
    person('careful', 'second-step'),
  ),
  [`${board('people/[id]/hand-over')}#handOverAction`]: on(
    'handOver',
    person('owner', 'hand-over'),
  ),
  [`${board('people/[id]/deactivate')}#deactivatePersonAction`]: on(
    'managePeople',
    person('owner', 'deactivate'),
  ),
  [`${board('people/[id]/reactivate')}#reactivatePersonAction`]: on(
    'managePeople',
    person('deactivated', 'reactivate'),
    { roles: 'viewer' },
  ),
  [`${board('people/[id]/erase')}#erasePersonAction`]: on(
    'managePeople',
    person('leaver', 'erase'),
    {
      understood: 'yes',
    },
  ),
  [`${board('organisations/new')}#addOrganisationAction`]: on('addPeople', '/organisations/new'),

  [`${board('account/second-step')}#addSecondStepAction`]: on(
    'signed in',
    '/account/second-step',
    { code: '123456' },
    { stuck: 'The code is wrong.' },
  ),
  [`${board('account')}#signOutElsewhereAction`]: on('signed in', '/account'),
  [`${board('account')}#signOutEverywhereAction`]: on('signed in', '/account'),
};

/** A server action that asks nothing of who calls it, or that no page shows them a form for. */
export interface OpenEntrance {
  page: string;
  /** What a page would bind it to, and the state it starts from. */
  bound: readonly unknown[];
  fields: Readonly<Record<string, string>>;
  /** What everybody is told, and nobody where that is something else. */
  says: RegExp;
  nobody?: RegExp;
}

const START = '$undefined';
const GUESS = 'A'.repeat(43);
const NEW_PASSWORD = { password: 'a long new one of 27', again: 'a long new one of 27' };
const USED = /This link has been used or is too old/;

/** Each with something that opens nothing: a wrong password, a guessed link, no step before it. */
export const OPEN_ENTRANCES: Readonly<Record<string, OpenEntrance>> = {
  'app/sign-in/actions.ts#signInAction': {
    page: '/sign-in',
    bound: [START],
    fields: { email: 'nobody@nowhere.example', password: 'a guess of somebody' },
    says: /Enter a correct email address and password/,
  },
  'app/sign-in/forgotten/actions.ts#forgottenPasswordAction': {
    page: '/sign-in/forgotten',
    bound: [START],
    fields: { email: 'nobody@nowhere.example' },
    says: /^\/sign-in\/forgotten\?done=[\w-]{40,}$/,
  },
  'app/sign-in/second-step/actions.ts#secondStepAction': {
    page: '/sign-in/second-step',
    bound: [START],
    fields: { code: '123456', to: '/local-actions/a1?x=1' },
    // Where they were going is not forgotten over it.
    says: /^\/sign-in\?to=%2Flocal-actions%2Fa1%3Fx%3D1&done=[\w-]{40,}$/,
  },
  'app/sign-in/set-up/actions.ts#setUpAction': {
    page: '/sign-in/set-up',
    bound: [START],
    fields: { code: '123456', to: '/local-actions/a1?x=1' },
    // Where they were going is not forgotten over it.
    says: /^\/sign-in\?to=%2Flocal-actions%2Fa1%3Fx%3D1&done=[\w-]{40,}$/,
  },
  'app/invitation/[token]/actions.ts#choosePasswordAction': {
    page: `/invitation/${GUESS}`,
    bound: [GUESS, START],
    fields: NEW_PASSWORD,
    says: USED,
  },
  'app/reset/[token]/actions.ts#resetPasswordAction': {
    page: `/reset/${GUESS}`,
    bound: [GUESS, START],
    fields: NEW_PASSWORD,
    says: USED,
  },
  // Of those without a password.
  [`${board('account/password')}#changePasswordAction`]: {
    page: '/account/password',
    bound: [START],
    fields: { present: 'a guess of somebody', ...NEW_PASSWORD },
    says: /"present"/,
    nobody: /^\/sign-in\?/,
  },
  [`${board('account/prove')}#proveAction`]: {
    page: '/account/prove',
    bound: [START],
    fields: { password: 'a guess of somebody', to: '/settings' },
    says: /"password"/,
    nobody: /^\/sign-in\?/,
  },
  // Of those without a second step: their pages have no form, but the actions are there.
  [`${board('account/second-step/remove')}#removeSecondStepAction`]: {
    page: '/account/second-step/remove',
    bound: [START],
    fields: { code: '123456' },
    says: /"code"|no second step/,
    nobody: /^\/sign-in\?/,
  },
  [`${board('account/recovery-codes')}#makeRecoveryCodesAction`]: {
    page: '/account/recovery-codes',
    bound: [START],
    fields: {},
    says: /second step/,
    nobody: /^\/sign-in\?/,
  },
  // Ends the session it is called in, and no other.
  'app/sign-out/actions.ts#signOutAction': {
    page: '/',
    bound: [],
    fields: {},
    says: /^\/sign-in\?done=[\w-]{40,}$/,
  },
};
