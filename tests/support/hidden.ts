import type { Context } from '@/lib/data/context';
import { addReading, linkLocalAction } from '@/lib/data/local-actions';
import { askQuestion } from '@/lib/data/questions';
import { askForTime, askToClose, decideAt } from '@/seed/builders/decisions';
import { agreeToRedact, askToRedact } from '@/seed/builders/redactions';
import {
  buildLocalAction,
  declare,
  keepRating,
  opened,
  plan,
  rate,
} from '@/seed/builders/register';
import type { Actors } from './actors';
import { contextOf } from './actors';
import { importAsks, setupFor } from './imports';
import { hideEvidence, makeEvidence, makeFile, restrict, withdraw } from './make';

/**
 * A local action with something of everything, restricted and hidden from the home organisation,
 * one of whose people owns it; and restricted evidence on what everybody sees. Every word of it
 * holds the canary.
 * @param open the reference of a local action that everybody sees @param held a meeting of today
 */
export async function hideEverything(
  { officer, home, away, homeId, awayId }: Actors & { officer: Context },
  canary: string,
  open: string,
  held: string,
): Promise<{ reference: string; evidenceIds: string[] }> {
  const { db } = officer;
  const item = (reference: string) => db.item.findUniqueOrThrow({ where: { reference } });
  const [r1, c2, theme] = [
    await item('R1'),
    await item('C2'),
    await db.grouping.findFirstOrThrow({ where: { kind: 'theme' } }),
  ];
  // A local action, restricted, with something of everything; owned by one it is hidden from.
  const words = (more = '') => `${canary} ${more}`;
  const reference = await buildLocalAction(officer, {
    shortTitle: words('title'),
    text: words('text'),
    ownerId: home.member.id,
    leadOrganisationId: awayId,
    scheduling: 'due',
    due: '2026-11-01',
    fundedUntil: '2026-09-30',
    successMeasure: words('measure'),
    itemIds: [r1.id],
    groupingIds: [theme.id],
  });
  await restrict(officer, reference, [homeId]);
  await rate(officer, reference, {
    rag: 'red',
    headline: words('headline'),
    words: words('words'),
    recovery: words('recovery'),
  });
  await keepRating(officer, reference, { nextStep: words('next'), words: undefined });
  await plan(officer, reference, { scheduling: 'due', due: '2026-10-01', words: words('dates') });
  await linkLocalAction(officer, reference, {
    itemIds: [r1.id, c2.id],
    groupingIds: [theme.id],
    ...opened(),
  });
  await addReading(officer, reference, { readOn: '2026-10-01', value: words('1'), ...opened() });
  await declare(officer, reference, 'our_response', { words: words('r'), statedOn: '2026-10-01' });
  await makeEvidence(officer, reference, { title: words('its own evidence') });
  await importAsks(
    officer,
    [
      {
        reference,
        wording: { yourReference: words('4') },
        notes: [{ heading: words('Q1'), text: words('then'), on: '2026-06-30', rag: 'red' }],
      },
    ],
    setupFor('local_actions'),
    `${canary}.xlsx`,
  );
  const gone = await makeFile(officer, reference, { name: `${canary}.pdf`, title: words('file') });
  await withdraw(officer, gone, words('reason'));
  await askQuestion(officer, reference, { words: words('question'), ...opened() });
  const reason = words('proposal');
  await askForTime(officer, reference, { scheduling: 'due', due: '2027-03-31', reason });
  await decideAt(officer, held, { [reference]: { result: 'refused', words: words('decision') } });
  await askToClose(officer, reference, { outcome: 'passed_on', passedTo: words('board'), reason });
  // Evidence, restricted, on what everybody sees: it would make them current.
  const kept = [
    await makeEvidence(officer, 'R1', { title: words('link'), shows: words('shows') }),
    await makeFile(officer, 'C2', { name: `${canary}.pdf`, title: words('file') }),
    await makeEvidence(officer, open, { title: words('later'), reviewOn: '2028-01-01' }),
  ];
  for (const id of kept) await hideEvidence(officer, id, [homeId]);
  const withdrawn = await makeEvidence(officer, 'R1', { title: words('withdrawn') });
  await hideEvidence(officer, withdrawn, [homeId]);
  await withdraw(officer, withdrawn, words('why'));
  // One redaction that waits, and one that was done, of what is hidden.
  const request = (id: string) =>
    askToRedact(officer, { table: 'Evidence', key: { id } }, ['shows'], words('redact'));
  await request(withdrawn);
  await agreeToRedact(contextOf(db, away.administrator), await request(gone));
  return { reference, evidenceIds: [gone, withdrawn, ...kept] };
}
