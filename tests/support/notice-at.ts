import { parse } from 'parse5';
import { attribute, elementsOf, words } from './every-page';
import { ask } from './http';

/** What a page says was done, and whether it says so before anything else; null for nothing. */
export async function noticeAt(
  address: string,
  cookie?: string,
): Promise<{ says: string; first: boolean } | null> {
  const answer = await ask(address, { cookie });
  const main = elementsOf(parse(await answer.text())).find(({ tagName }) => tagName === 'main');
  const notice =
    main &&
    elementsOf(main).find(
      (one) => attribute(one, 'role') === 'group' && attribute(one, 'tabindex') === '-1',
    );
  if (!notice) return null;
  const says = words(notice).trim();
  return { says, first: words(main).trim().startsWith(says) };
}
