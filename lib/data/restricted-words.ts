import type { Transaction } from './database';

/**
 * The reference of a restricted item that a text tells of: by its reference, its short title or
 * its headline. Null where it tells of none.
 */
export async function restrictedWords(
  tx: Pick<Transaction, 'item'>,
  text: string,
): Promise<string | null> {
  const restricted = await tx.item.findMany({
    where: { restricted: true },
    select: { reference: true, shortTitle: true, headline: true },
    orderBy: { ordinal: 'asc' },
  });
  // A title in Markdown may have backslashes before its punctuation.
  const said = text.replace(/\\/g, '').toLowerCase();
  const tells = (words: string | null) => !!words && said.includes(words.toLowerCase());
  const found = restricted.find(
    ({ reference, shortTitle, headline }) =>
      new RegExp(`\\b${reference.replace('.', '\\.')}\\b`, 'i').test(said) ||
      tells(shortTitle) ||
      tells(headline),
  );
  return found?.reference ?? null;
}
