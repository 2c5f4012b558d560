import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elementsOf } from '../support/every-page';
import { formsOf, refusal } from '../support/forms-of-a-page';
import { ask, cookieOf, db, personOf } from '../support/http';

let cookie = '';
beforeAll(async () => {
  cookie = await cookieOf(await personOf('officer'));
});

/** Without what keeps a day and its month on one line. */
const open = async (page: string) =>
  (await (await ask(page, { cookie })).text()).replaceAll('\u00a0', ' ');

/** The form of a page that has certain fields, as a browser without scripts would send it. */
function filled(html: string, fields: Readonly<Record<string, string>>): FormData {
  const [name = ''] = Object.keys(fields);
  const form = formsOf(html).find((one) => one.has(name));
  if (!form) throw new Error(`No form has ${name}`);
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return form;
}

const send = (page: string, form: FormData) => ask(page, { cookie, method: 'POST', body: form });

const confirmations = (html: string) =>
  elementsOf(parse(html))
    .filter((one) => attribute(one, 'name') === 'due.confirmed')
    .map((one) => ({
      type: attribute(one, 'type'),
      value: attribute(one, 'value'),
      ticked: attribute(one, 'checked') !== undefined,
    }));

const NEW = '/local-actions/new';
const action = (more: Readonly<Record<string, string>>) => ({
  shortTitle: 'A lease for the new hub',
  text: 'Sign the lease.',
  scheduling: 'due',
  ...more,
});
const day = (text: string) => {
  const [d = '', m = '', y = ''] = text.split(' ');
  return { 'due.day': d, 'due.month': m, 'due.year': y };
};

describe('a due date more than ten years off', () => {
  test('is asked about at its field, confirmed there, and not asked about again', async () => {
    const first = await send(NEW, filled(await open(NEW), action(day('5 April 2072'))));
    const asked = await first.text();
    expect(first.status).toBe(200);
    expect(refusal(asked)).toContain('Due date is 5 April 2072. Did you mean 2027?');
    expect(asked).toContain('Yes, 5 April 2072 is right');
    const box = { type: 'checkbox', value: '2072-04-05', ticked: false };
    expect(confirmations(asked)).toEqual([box]);

    const unticked = await (
      await send(
        NEW,
        filled(asked, {
          shortTitle: 'Another',
        }),
      )
    ).text();
    expect(refusal(unticked)).toContain('Did you mean 2027?');

    const other = filled(unticked, { 'due.year': '2073', 'due.confirmed': '2072-04-05' });
    expect(refusal(await (await send(NEW, other)).text())).toContain('5 April 2073');

    const elsewhere = filled(unticked, { shortTitle: '', 'due.confirmed': '2072-04-05' });
    const again = await (await send(NEW, elsewhere)).text();
    expect(refusal(again)).not.toContain('Did you mean');
    expect(confirmations(again)).toEqual([{ ...box, ticked: true }]);

    const done = await send(NEW, filled(again, { shortTitle: 'A lease for the new hub' }));
    expect(done.status).toBe(303);
    const path = done.headers.get('location')?.split('?')[0] ?? '';
    expect(await open(path)).toContain('5 April 2072');

    const dates = await open(`${path}/dates`);
    expect(confirmations(dates)).toEqual([{ type: 'hidden', value: '2072-04-05', ticked: false }]);
  });

  test('is not asked about where the year is near', async () => {
    const done = await send(NEW, filled(await open(NEW), action(day('1st Apr. 27'))));
    expect(done.status).toBe(303);
    const path = done.headers.get('location')?.split('?')[0] ?? '';
    expect(await open(path)).toContain('1 April 2027');
  });
});

/** What is typed, and what is kept of it: in a text, and on one line. */
const TYPED = ' One\u000btwo\u0085three\ufffe\u0007\u200b ';
const TEXT = 'One\ntwo\nthree\u200b';
const LINE = 'One two three\u200b';

describe('text is mended on its way in', () => {
  test('of a local action', async () => {
    const form = filled(
      await open(NEW),
      action({ shortTitle: TYPED, text: TYPED, ...day('31/3/2027') }),
    );
    const done = await send(NEW, form);
    expect(done.status).toBe(303);
    const reference = done.headers.get('location')?.match(/a\d+/)?.[0].toUpperCase() ?? '';
    const wording = await db.itemWording.findFirstOrThrow({ where: { item: { reference } } });
    expect(wording).toMatchObject({ shortTitle: LINE, text: TEXT });
  });

  test('of a question; one with nothing to see in it is none', async () => {
    const page = '/recommendations/r2/ask';
    const none = await send(page, filled(await open(page), { words: '\u200b \u2060\u00ad' }));
    expect(refusal(await none.text())).toContain('Enter your question');
    expect((await send(page, filled(await open(page), { words: TYPED }))).status).toBe(303);
    expect(await db.question.count({ where: { words: TEXT } })).toBe(1);
  });

  test('of evidence, whose address is completed', async () => {
    const page = '/recommendations/r2/evidence/link';
    const shown = { title: TYPED, shows: TYPED };
    const dated = { 'datedOn.day': '1/9/2026' };
    const form = filled(await open(page), { url: 'www.example.org/x', ...shown, ...dated });
    expect((await send(page, form)).status).toBe(303);
    const kept = await db.evidence.findFirstOrThrow({
      where: { url: 'https://www.example.org/x' },
    });
    expect(kept).toMatchObject({ title: LINE, shows: TEXT });
  });

  test('of a search', async () => {
    const found = await open(`/local-actions?q=${encodeURIComponent('\u0000lease\u2028for')}`);
    expect(found).toContain('A lease for the new hub');
  });
});
