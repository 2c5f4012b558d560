import { z } from 'zod';
import { RuleError } from '@/lib/domain/errors';
import {
  composeAddendum,
  composePaper,
  type PaperStand,
  withHeadlines,
  withoutNamesIn,
} from '@/lib/domain/paper-compose';
import type { PaperFacts } from '@/lib/domain/paper-facts';
import type { GeneratedParagraph, PaperFrame } from '@/lib/domain/paper-frame';
import type { PaperModel } from '@/lib/domain/paper-model';
import { generateParagraphs } from '@/lib/domain/paper-words';
import { type Actor, systemActor } from '@/lib/domain/permissions';
import type { Meeting } from '@/prisma/client/client';
import type { Context } from './context';
import { paperFacts } from './paper-facts';
import { queryRows } from './query-rows';
import { items, people, writtenBy } from './record';
import { publicFrame } from './restricted-words';

const WITHHELD = z.object({ withheld: z.boolean() });
const NAME = z.object({ name: z.string(), position: z.string() });
const REFERENCE = z.object({ reference: z.string() });

/** Nobody in particular, who may see what is not restricted: the reader of the public version. */
const ANYBODY: Actor = {
  kind: 'person',
  id: '00000000-0000-0000-0000-000000000000',
  version: 0,
  name: '',
  roles: ['viewer'],
  organisationId: null,
};

/** What the members' paper is generated from: everything, by the context's moment. */
function membersFacts(context: Context, meeting: Meeting, since: Date | null): Promise<PaperFacts> {
  const all: Context = { ...context, actor: systemActor, asAt: true };
  return paperFacts(all, meeting, since, true).then((facts) => ({ ...facts, withheld: false }));
}

/** Whether the register holds anything that the public version leaves out. */
async function withholds(context: Context): Promise<boolean> {
  const [found] = await queryRows(context.db, WITHHELD)`
    SELECT EXISTS (
      SELECT 1 FROM ${items(context)} i WHERE i.restricted AND i.lifecycle <> 'withdrawn'
    ) OR EXISTS (
      SELECT 1 FROM "Evidence" e
      JOIN LATERAL (
        SELECT kind FROM "EvidenceEvent" r
        WHERE r."evidenceId" = e.id AND kind IN ('restricted', 'released')
        ORDER BY number DESC LIMIT 1
      ) r ON r.kind = 'restricted'
      WHERE ${writtenBy(context, 'e')}
    ) AS withheld`;
  return found?.withheld ?? false;
}

/** Every name that anybody had, the longest first, with what they are. */
function everyName({ db, ...moment }: Context) {
  return queryRows(db, NAME)`
    SELECT DISTINCT v.name, p.position, length(v.name) FROM "PersonVersion" v
    JOIN ${people({ now: moment.now })} p ON p.id = v."personId"
    WHERE length(v.name) > 2 ORDER BY length(v.name) DESC, v.name`;
}

/**
 * The paragraphs that the register's figures make, for those who edit them.
 * @param since the cut-off of the paper before
 */
export async function generatedParagraphs(
  context: Context,
  meeting: Meeting,
  since: Date | null,
  frame: Pick<PaperFrame, 'headlines'>,
): Promise<{ generated: GeneratedParagraph[]; facts: PaperFacts }> {
  const facts = await membersFacts(context, meeting, since);
  return { generated: generateParagraphs(withHeadlines(facts, frame)), facts };
}

/** The members' version of a paper, as at the context's moment. */
export async function membersPaper(
  context: Context,
  meeting: Meeting,
  since: Date | null,
  frame: PaperFrame,
  stand: Omit<PaperStand, 'audience'>,
): Promise<PaperModel> {
  const facts = await membersFacts(context, meeting, since);
  return composePaper(facts, frame, { ...stand, audience: 'members' });
}

/** References of what changed after an instant, by the context's moment. */
async function changedAfter(context: Context, from: Date): Promise<Set<string>> {
  const rows = await queryRows(context.db, REFERENCE)`
    SELECT i.reference FROM "Item" i
    WHERE EXISTS (
      SELECT FROM "StatusUpdate" u
      WHERE u."itemId" = i.id AND u."recordedAt" > ${from} AND u."recordedAt" <= ${context.now}
    ) OR EXISTS (
      SELECT FROM "ItemWording" w
      WHERE w."itemId" = i.id AND w."recordedAt" > ${from} AND w."recordedAt" <= ${context.now}
    ) OR EXISTS (
      SELECT FROM "Proposal" p
      WHERE p."itemId" = i.id AND p."recordedAt" > ${from} AND p."recordedAt" <= ${context.now}
    )`;
  return new Set(rows.map(({ reference }) => reference));
}

/** What the public version of something is made from. */
async function publicParts(
  context: Context,
  meeting: Meeting,
  since: Date | null,
  edited: PaperFrame,
) {
  const anybody: Context = { ...context, actor: ANYBODY, asAt: true };
  const [facts, withheld, names, frame] = await Promise.all([
    paperFacts(anybody, meeting, since, false),
    withholds({ ...context, asAt: true }),
    everyName(context),
    publicFrame(context.db, edited),
  ]);
  return { facts: { ...facts, withheld }, names, frame };
}

const publicStand = (stand: Omit<PaperStand, 'audience'>): PaperStand => ({
  ...stand,
  audience: 'public',
  cleared: stand.cleared && { by: stand.cleared.role, role: stand.cleared.role },
});

/**
 * Both versions of an addendum to the paper that was issued for a meeting.
 * @throws RuleError when none was
 */
export async function addendumModels(
  context: Context,
  meeting: Meeting,
  frame: PaperFrame,
  stand: Omit<PaperStand, 'audience'>,
): Promise<PaperModel[]> {
  const paper = await context.db.paperIssue.findFirst({
    where: { meetingId: meeting.id, kind: 'paper', withdrawal: null },
    orderBy: { version: 'desc' },
    select: { version: true, cutOff: true },
  });
  if (!paper) throw new RuleError({ '': 'An addendum comes after a paper: none stands' });
  const of = { version: paper.version, cutOff: paper.cutOff.toISOString() };
  const [changed, facts, open] = await Promise.all([
    changedAfter(context, paper.cutOff),
    membersFacts(context, meeting, paper.cutOff),
    publicParts(context, meeting, paper.cutOff, frame),
  ]);
  const members = composeAddendum(facts, frame, { ...stand, audience: 'members' }, of, changed);
  const anybody = composeAddendum(open.facts, open.frame, publicStand(stand), of, changed);
  return [members, withoutNamesIn(anybody, open.names)];
}

/**
 * The public version: without what is restricted and without its part in any count, and with job
 * titles where the other has names, also where somebody wrote a name into words.
 */
export async function publicPaper(
  context: Context,
  meeting: Meeting,
  since: Date | null,
  frame: PaperFrame,
  stand: Omit<PaperStand, 'audience'>,
): Promise<PaperModel> {
  const { facts, names, ...open } = await publicParts(context, meeting, since, frame);
  return withoutNamesIn(composePaper(facts, open.frame, publicStand(stand)), names);
}
