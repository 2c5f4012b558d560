import { expect, test } from 'vitest';
import { everyPage } from '../support/every-page';
import { ask, cookieOf, personOf } from '../support/http';

/** Between them they see every link there is; those of files are among them. */
const READERS = ['viewer', 'officer', 'administrator'] as const;

test.each(READERS)('%s: what a page links to is there, and theirs', async (role) => {
  const cookie = await cookieOf(await personOf(role));
  const broken: string[] = [];
  async function open(address: string): Promise<string | null> {
    const answer = await ask(address, { cookie });
    if (answer.status !== 200) broken.push(`${answer.status} ${address}`);
    const html = await answer.text();
    return answer.headers.get('content-type')?.startsWith('text/html') ? html : null;
  }
  const { addresses } = await everyPage(open, { few: 1, each: role === 'officer' });
  for (const file of addresses.get('file') ?? []) await open(file);
  expect(broken).toEqual([]);
  expect(addresses.size).toBeGreaterThan(20);
});
