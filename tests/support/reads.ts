import { getActivity, listActivity } from '@/lib/data/activity';
import { getAttendance } from '@/lib/data/attendance-view';
import { getBoard } from '@/lib/data/board';
import { listChallenges, listChallengesOf } from '@/lib/data/challenges';
import { getChoices } from '@/lib/data/choices';
import type { Context } from '@/lib/data/context';
import { getDashboard } from '@/lib/data/dashboard';
import {
  getDecision,
  getMeetingDecisions,
  listAwaiting,
  listDecisionsForOwner,
} from '@/lib/data/decisions-view';
import { listDemoAccounts } from '@/lib/data/demo-accounts';
import { openEvidenceFile } from '@/lib/data/evidence';
import { getEvidence } from '@/lib/data/evidence-view';
import { getGrouping, listGroupings, listObjectives } from '@/lib/data/groupings-view';
import { getHistory } from '@/lib/data/history';
import { getColumnMemory } from '@/lib/data/import-columns';
import { getImportFacts } from '@/lib/data/import-facts';
import { listUploads } from '@/lib/data/import-uploads-view';
import { getImport, listImports } from '@/lib/data/imports-view';
import { getItem } from '@/lib/data/item-view';
import {
  countMyMeetingActions,
  getMeetingActions,
  listOpenMeetingActions,
} from '@/lib/data/meeting-actions-view';
import { getMeetingRecord } from '@/lib/data/meeting-record-view';
import { listMeetingRedactables } from '@/lib/data/meeting-redactables';
import { getMeeting, listMeetings } from '@/lib/data/meetings-view';
import { listMembership } from '@/lib/data/membership-view';
import { getMinutes } from '@/lib/data/minutes-view';
import { getMovementSinceMeeting } from '@/lib/data/movement';
import { getPaperDraft, getPaperHistory } from '@/lib/data/paper-drafts-view';
import { openPaperFile } from '@/lib/data/paper-files';
import {
  changedSince,
  getIssuedPaper,
  getIssuePlan,
  identifyPaperFile,
  listPapers,
} from '@/lib/data/papers-view';
import { getPerson, listOrganisations, listPeople } from '@/lib/data/people-view';
import { getPersonFile } from '@/lib/data/person-file';
import { listMergeTargets } from '@/lib/data/proposals-view';
import {
  countMeetingQuestions,
  countQuestionsToAnswer,
  listQuestions,
} from '@/lib/data/questions-view';
import { getRedactable, getRedaction, listRedactions } from '@/lib/data/redactions-view';
import { getRegister } from '@/lib/data/register';
import { exportRegister } from '@/lib/data/register-export';
import { getReturns } from '@/lib/data/returns';
import { getSettings } from '@/lib/data/settings-view';
import { getSource, listSources } from '@/lib/data/sources-view';
import { getStart, listArrangement } from '@/lib/data/start';
import { getStorage } from '@/lib/data/storage';
import { activityQuerySchema } from '@/lib/domain/activity';
import { GoneError, NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import { GROUPING_NAMES } from '@/lib/domain/grouping';
import { ITEM_KINDS } from '@/lib/domain/item';
import { issueAddress } from '@/lib/domain/paper-issue';
import { can } from '@/lib/domain/permissions';
import { questionQuerySchema } from '@/lib/domain/question';
import { type RegisterQuery, registerQuerySchema } from '@/lib/domain/register';

/** The state of a register with only what matters to the caller. */
export function registerQuery(query: Partial<RegisterQuery> = {}): RegisterQuery {
  return { ...registerQuerySchema.parse({}), ...query };
}

/** What to ask the reads for. */
export interface Asked {
  references: readonly string[];
  evidenceIds: readonly string[];
  personIds: readonly string[];
  /** Addresses; of all meetings, if nothing is said. */
  meetings?: readonly string[];
  /** Of the register of local actions. */
  queries: ReadonlyArray<Partial<RegisterQuery>>;
  /** Of the other two. */
  otherQueries: ReadonlyArray<Partial<RegisterQuery>>;
}

const NOT_FOUND = 'not found';
const GONE = 'gone';
async function orNotFound<T>(read: Promise<T>): Promise<T | typeof NOT_FOUND | typeof GONE> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFoundError) return NOT_FOUND;
    if (error instanceof GoneError) return GONE;
    throw error;
  }
}

async function meetingsOf(context: Context, { meetings }: Pick<Asked, 'meetings'>) {
  return meetings ?? (await listMeetings(context)).map(({ slug }) => slug);
}

const NOT_ALLOWED = 'not allowed';
/** What is held about somebody: for them, and for administrators. */
async function personFile(context: Context, id: string): Promise<unknown> {
  try {
    const { sections } = await getPersonFile(context, id);
    return sections;
  } catch (error) {
    if (error instanceof NotAllowedError) return NOT_ALLOWED;
    if (error instanceof NotFoundError) return NOT_FOUND;
    throw error;
  }
}

/** Redactions are for two roles alone. */
async function redactionsRead(context: Context, asked: Asked) {
  const read: Record<string, unknown> = {};
  try {
    const listed = await listRedactions(context);
    read.listRedactions = listed;
    for (const { id } of listed) read[`getRedaction ${id}`] = await getRedaction(context, id);
  } catch (error) {
    if (!(error instanceof NotAllowedError)) throw error;
    read.listRedactions = NOT_ALLOWED;
    return read;
  }
  for (const slug of await meetingsOf(context, asked)) {
    read[`listMeetingRedactables ${slug}`] = await listMeetingRedactables(context, slug);
  }
  for (const id of asked.evidenceIds) {
    read[`getRedactable ${id}`] = await orNotFound(
      getRedactable(context, { table: 'Evidence', key: { id } }),
    );
  }
  return read;
}

/** Drafts of papers are for officers from whom nothing is hidden. */
async function draftsRead(context: Context, slug: string) {
  const orNotAllowed = async (read: Promise<unknown>) =>
    read.catch((error: unknown) => {
      if (error instanceof NotAllowedError) return NOT_ALLOWED;
      throw error;
    });
  return {
    [`getPaperDraft ${slug}`]: await orNotAllowed(getPaperDraft(context, slug)),
    [`getPaperHistory ${slug}`]: await orNotAllowed(getPaperHistory(context, slug, 1)),
  };
}

/** What was imported; and the register as an import sees it, for those who may. */
async function importsRead(context: Context): Promise<Record<string, unknown>> {
  const listed = await listImports(context, 1);
  const read: Record<string, unknown> = { listImports: listed };
  for (const { id } of listed.imports) {
    read[`getImport ${id}`] = await getImport(context, id, 1);
  }
  if (!can(context.actor, 'import') || context.actor.kind === 'system') return read;
  read.listUploads = await listUploads(context);
  read.getColumnMemory = [...(await getColumnMemory(context, 'local_actions'))];
  const { items, ...facts } = await getImportFacts(
    context,
    { sourceId: null },
    context.now.toISOString(),
  );
  read.getImportFacts = { ...facts, items };
  return read;
}

/** Issued papers, and each of their files by both of its addresses. */
async function papersRead(context: Context, asked: Asked): Promise<Record<string, unknown>> {
  const listed = await listPapers(context);
  const read: Record<string, unknown> = { listPapers: listed };
  for (const issue of listed) {
    const [slug, address] = [issue.meeting.slug, issueAddress(issue)];
    const name = `${slug} ${address}`;
    read[`getIssuedPaper ${name}`] = await getIssuedPaper(context, slug, address);
    read[`changedSince ${name}`] = await changedSince(context, issue.id);
    for (const file of issue.files) {
      for (const audience of ['members', 'public'] as const) {
        read[`openPaperFile ${name} ${audience} ${file.name}`] = await orNotFound(
          openPaperFile(context, slug, address, audience, file.name).then(
            async ({ bytes, ...one }) => {
              const pieces = [];
              for await (const piece of bytes) pieces.push(piece);
              return { ...one, words: Buffer.concat(pieces).toString() };
            },
          ),
        );
      }
      read[`identifyPaperFile ${file.sha256}`] = await identifyPaperFile(context, file.sha256);
    }
  }
  for (const slug of await meetingsOf(context, asked)) {
    if (!can(context.actor, 'managePapers')) break;
    read[`getIssuePlan ${slug}`] = await getIssuePlan(context, slug, 'paper');
  }
  return read;
}

async function download(context: Context, id: string) {
  const { bytes, ...file } = await openEvidenceFile(context, id);
  let size = 0;
  for await (const piece of bytes) size += piece.length;
  return { ...file, read: size };
}

/** All activity, by page, as a file, and searched for what is hidden. */
async function activityRead(
  context: Context,
  { references, queries }: Asked,
): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  const searched = queries.flatMap(({ q }) => q ?? []);
  for (const subject of ['', ...references, ...searched]) {
    const query = activityQuerySchema.parse({ subject });
    const first = await getActivity(context, query);
    read[`getActivity ${subject} 1`] = first;
    for (let page = 2; page <= first.pages; page += 1) {
      read[`getActivity ${subject} ${page}`] = await getActivity(context, { ...query, page });
    }
    const listed = [];
    for await (const rows of listActivity(context, query)) listed.push(...rows);
    read[`listActivity ${subject}`] = listed;
  }
  return read;
}

/** The result of every read of lib/data there is, by its name and what was asked. */
export async function readEverything(
  context: Context,
  asked: Asked,
): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {
    getBoard: await getBoard(context),
    getChoices: await getChoices(context),
    getDashboard: await getDashboard(context),
    getMovementSinceMeeting: await getMovementSinceMeeting(context),
    getSettings: await getSettings(context),
    getStorage: await getStorage(context),
    listChallenges: await listChallenges(context),
    getStart: await getStart(context),
    listArrangement: await listArrangement(context),
    listDemoAccounts: await listDemoAccounts(context),
    listAwaiting: await listAwaiting(context),
    listMergeTargets: await listMergeTargets(context, 'A1'),
    listGroupings: await listGroupings(context),
    listMeetings: await listMeetings(context),
    listObjectives: await listObjectives(context),
    countMyMeetingActions: await countMyMeetingActions(context),
    listMembership: await listMembership(context),
    listOpenMeetingActions: await listOpenMeetingActions(context),
    listOrganisations: await listOrganisations(context),
    listPeople: await listPeople(context),
    listSources: await listSources(context),
    countQuestionsToAnswer: await countQuestionsToAnswer(context),
    ...(await redactionsRead(context, asked)),
    ...(await papersRead(context, asked)),
    ...(await importsRead(context)),
    ...(await activityRead(context, asked)),
  };
  for (const mine of ['answer', 'asked', undefined] as const) {
    const query = questionQuerySchema.parse({ mine });
    all[`listQuestions ${mine}`] = await listQuestions(context, query);
  }
  for (const { prefix } of await listSources(context)) {
    all[`getSource ${prefix}`] = await getSource(context, prefix);
  }
  for (const { kind, code } of await listGroupings(context)) {
    const { path } = GROUPING_NAMES[kind];
    all[`getGrouping ${path} ${code}`] = await getGrouping(context, path, code);
  }
  for (const slug of await meetingsOf(context, asked)) {
    all[`getMeeting ${slug}`] = await getMeeting(context, slug);
    all[`getReturns ${slug}`] = await getReturns(context, slug);
    all[`countMeetingQuestions ${slug}`] = await countMeetingQuestions(context, slug);
    const decided = await getMeetingDecisions(context, slug);
    all[`getMeetingDecisions ${slug}`] = decided;
    for (const { id } of decided.decisions) {
      all[`getDecision ${id}`] = await getDecision(context, id);
    }
    all[`getAttendance ${slug}`] = await getAttendance(context, slug);
    all[`getMeetingActions ${slug}`] = await getMeetingActions(context, slug);
    all[`getMeetingRecord ${slug}`] = await getMeetingRecord(context, slug);
    all[`getMinutes ${slug}`] = await getMinutes(context, slug);
    Object.assign(all, await draftsRead(context, slug));
  }
  for (const kind of ITEM_KINDS) {
    for (const query of kind === 'local_action' ? asked.queries : asked.otherQueries) {
      // Without a filter there is more than a page of recommendations.
      for (const page of Object.keys(query).length === 0 ? [1, 2] : [1]) {
        const name = `getRegister ${kind} ${JSON.stringify(query)} ${page}`;
        all[name] = await getRegister(context, kind, registerQuery({ ...query, page }));
      }
      const file = `exportRegister ${kind} ${JSON.stringify(query)}`;
      all[file] = await exportRegister(context, kind, registerQuery(query));
    }
  }
  for (const reference of asked.references) {
    all[`getItem ${reference}`] = await orNotFound(getItem(context, reference));
    all[`listChallengesOf ${reference}`] = await listChallengesOf(context, reference);
    for (const page of [1, 2]) {
      all[`getHistory ${reference} ${page}`] = await orNotFound(
        getHistory(context, reference, page),
      );
    }
  }
  for (const id of asked.evidenceIds) {
    all[`getEvidence ${id}`] = await orNotFound(getEvidence(context, id));
    all[`openEvidenceFile ${id}`] = await orNotFound(download(context, id));
  }
  for (const id of asked.personIds) {
    all[`listDecisionsForOwner ${id}`] = await listDecisionsForOwner(context, id, 5);
    all[`getPerson ${id}`] = await orNotFound(getPerson(context, id));
    all[`getPersonFile ${id}`] = await personFile(context, id);
  }
  return all;
}
