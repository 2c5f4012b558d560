import { z } from 'zod';
import type { PaperFrame } from '@/lib/domain/paper-frame';
import type { Transaction } from './database';
import { queryRows } from './query-rows';

/** What gives a restricted thing away: the reference, and words that are its own. */
const RESTRICTED = z.object({
  /** 'A12', or that of the item whose evidence it is. */
  reference: z.string(),
  /** The item itself is restricted, so its reference tells of it too. */
  item: z.boolean(),
  words: z.array(z.string().nullable()),
});
type Restricted = z.infer<typeof RESTRICTED>;

type Reader = Pick<Transaction, '$queryRaw'>;

function everythingRestricted(db: Reader): Promise<Restricted[]> {
  return queryRows(db, RESTRICTED)`
    SELECT i.reference, TRUE AS item, ARRAY[i."shortTitle", i.headline] AS words
    FROM "Item" i WHERE i.restricted
    UNION ALL
    SELECT i.reference, FALSE, ARRAY[e.title, e."fileName"]
    FROM "Evidence" e
    JOIN "Item" i ON i.id = e."itemId"
    JOIN LATERAL (
      SELECT v.kind FROM "EvidenceEvent" v
      WHERE v."evidenceId" = e.id AND v.kind IN ('restricted', 'released')
      ORDER BY v.number DESC LIMIT 1
    ) mark ON mark.kind = 'restricted'`;
}

function tellsOf(text: string, { reference, item, words }: Restricted): boolean {
  // A title in Markdown may have backslashes before its punctuation.
  const said = text.replace(/\\/g, '').toLowerCase();
  const named = new RegExp(`\\b${reference.replace('.', '\\.')}\\b`, 'i');
  return (item && named.test(said)) || words.some((one) => one && said.includes(one.toLowerCase()));
}

/**
 * The restricted thing that a text tells of, for whoever typed it: 'A12', or 'evidence of R8'.
 * Null where it tells of none.
 */
export async function restrictedWords(db: Reader, text: string): Promise<string | null> {
  const found = (await everythingRestricted(db)).find((one) => tellsOf(text, one));
  if (!found) return null;
  return found.item ? found.reference : `evidence of ${found.reference}`;
}

/**
 * A frame as the public version may have it: words that tell of something restricted, which may
 * have become so after they were typed, are for members alone.
 */
export async function publicFrame(db: Reader, frame: PaperFrame): Promise<PaperFrame> {
  const restricted = await everythingRestricted(db);
  const tells = (text: string) => restricted.some((one) => tellsOf(text, one));
  return {
    ...frame,
    paragraphs: frame.paragraphs.map((one) => ({
      ...one,
      public: one.public && !tells(`${one.heading ?? ''}\n${one.words ?? ''}`),
    })),
    headlines: frame.headlines.filter(({ words }) => !tells(words)),
  };
}
