import { randomUUID } from 'node:crypto';
import { type DefaultTreeAdapterMap, html, parse } from 'parse5';
import { attribute, type Element, elementsOf, words } from './every-page';
import { ask } from './http';
import { noticeAt } from './notice-at';

type Document = DefaultTreeAdapterMap['document'];

/** A form as a page holds it, filled in, ready for anybody to send. */
export interface Form {
  page: string;
  /** Of the server action. */
  action: string;
  /** What the page bound the action to, and the state it starts from, as React wrote them. */
  bound: unknown[];
  fields: ReadonlyArray<readonly [string, string | File]>;
}

function elements(node: Element | Document, name: string): Element[] {
  return elementsOf(node).filter(({ tagName }) => tagName === name);
}

/** The value of a select as it stands, or of the first option that says something. */
function chosen(select: Element): string {
  const options = elements(select, 'option');
  const values = options.map((one) => attribute(one, 'value') ?? words(one));
  const marked = options.findIndex((one) => attribute(one, 'selected') !== undefined);
  return values[marked] || values.find((value) => value !== '') || '';
}

const DATE = { day: '15', month: '6', year: '2037' } as Record<string, string>;

/** What somebody in no hurry would type into an empty field. */
function typed(name: string, type: string): string {
  const part = DATE[name.split('.').at(-1) ?? ''];
  // A date is left open, unless a test says which: many may be.
  if (part) return '';
  if (type === 'url') return 'https://www.example.org';
  if (type === 'email') return 'nobody@nowhere.example';
  return 'Words of a test';
}

/** Each field with a value: as it stands, or the first choice, or some words. */
function filled(form: Element): Array<[string, string]> {
  const fields: Array<[string, string]> = [];
  for (const element of elementsOf(form)) {
    const name = attribute(element, 'name');
    if (!name || name.startsWith('$ACTION') || attribute(element, 'disabled') !== undefined) {
      continue;
    }
    const value = attribute(element, 'value') ?? '';
    const type = attribute(element, 'type') ?? 'text';
    const ticked = attribute(element, 'checked') !== undefined;
    if (element.tagName === 'select') fields.push([name, chosen(element)]);
    else if (element.tagName === 'textarea') fields.push([name, words(element) || typed(name, '')]);
    else if (element.tagName !== 'input' || type === 'file') continue;
    else if (type === 'hidden') fields.push([name, value]);
    else if (type === 'checkbox') {
      if (ticked) fields.push([name, value || 'on']);
    } else if (type !== 'radio') fields.push([name, value || typed(name, type)]);
    else if (ticked) {
      const first = fields.findIndex(([other]) => other === name);
      if (first >= 0) fields.splice(first, 1);
      fields.push([name, value]);
    } else if (!fields.some(([other]) => other === name)) fields.push([name, value]);
  }
  return fields;
}

/** React's hidden fields, which make the form work without a script, say what it calls. */
function called(form: Element): { action: string; bound: unknown[] } | undefined {
  const hidden = elements(form, 'input').flatMap((one) => {
    const name = attribute(one, 'name');
    return name?.startsWith('$ACTION') ? [[name, attribute(one, 'value') ?? ''] as const] : [];
  });
  const plain = hidden.find(([name]) => name.startsWith('$ACTION_ID_'));
  if (plain) return { action: plain[0].slice('$ACTION_ID_'.length), bound: [] };
  const described = hidden.find(([name]) => /^\$ACTION_\d+:0$/.test(name));
  if (!described) return undefined;
  const { id } = JSON.parse(described[1]) as { id: string };
  const given = hidden.find(([name]) => name === described[0].replace(/0$/, '1'));
  return { action: id, bound: given ? (JSON.parse(given[1]) as unknown[]) : [] };
}

/**
 * Opens a page and fills in its form.
 * @param fill what the fields should hold instead; undefined leaves one out
 * @throws when there is no such form there
 */
export async function openForm(
  page: string,
  action: string,
  cookie: string | undefined,
  fill: Readonly<Record<string, string | File | undefined>> = {},
): Promise<Form> {
  const answer = await ask(page, { cookie });
  const document = parse(await answer.text());
  const form = elements(document, 'form')
    .filter(({ namespaceURI }) => namespaceURI === html.NS.HTML)
    .map((element) => ({ element, call: called(element) }))
    .find(({ call }) => call?.action === action);
  if (!form?.call) {
    throw new Error(`${page} (${answer.status}) has no form for ${action}: ${words(document)}`);
  }
  const fields = [
    ...filled(form.element).filter(([name]) => !(name in fill)),
    ...Object.entries(fill).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  ];
  return { page, ...form.call, fields };
}

/** The same form, opened anew: as another person would send it. */
export function again(form: Form): Form {
  const fields = form.fields.map(
    ([name, value]) => [name, name === 'submissionId' ? randomUUID() : value] as const,
  );
  return { ...form, fields };
}

/** The same form about another thing, of another person: their ids for those it holds. */
export function about(form: Form, instead: ReadonlyMap<string, string>): Form {
  const swapped = (text: string): string =>
    instead.get(text) ??
    [...instead].reduce(
      // A reference may be a part of another; an id is a part of nothing else.
      (whole, [one, other]) => (one.length === 36 ? whole.replaceAll(one, other) : whole),
      text,
    );
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return swapped(value);
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, swap(held)]));
  };
  const fields = form.fields.map(
    ([name, value]) => [name, typeof value === 'string' ? swapped(value) : value] as const,
  );
  return { ...form, bound: form.bound.map(swap), fields };
}

/** Sends a form as React does in a browser. */
export function send(form: Form, cookie: string | undefined): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of form.fields) body.append(`_1_${name}`, value);
  body.append('0', JSON.stringify([...form.bound, '$K1']));
  const headers = { 'next-action': form.action, accept: 'text/x-component' };
  return ask(form.page, { cookie, method: 'POST', headers, body });
}

/** What became of a form that was sent. */
export interface Outcome {
  is: 'let through' | 'not allowed' | 'not found' | 'sign in' | 'broken';
  /** The address it led to, the messages it came back with, or what else there was. */
  says: string;
  /** It did what it says, and showed so or led on. */
  done?: boolean;
}

const SIGNED_OUT = /You are signed out, so nothing was saved/;
const NOT_ALLOWED = /Your role does not let you|is hidden from your organisation/;
const NOT_FOUND = /It is no longer there, or you may no longer see it/;

/** Whether a page says that a session was over, and not that somebody ended it. */
async function hasEnded(led: string): Promise<boolean> {
  if (!led.startsWith('/sign-in?done=')) return false;
  return /^You were signed out\./.test((await noticeAt(led))?.says ?? '');
}

/** Reads the answer to a form. */
export async function outcomeOf(answer: Response): Promise<Outcome> {
  const body = await answer.text();
  const led = answer.headers.get('x-action-redirect')?.replace(/;\w+$/, '');
  if (led !== undefined) {
    if (/^\/sign-in(\?to=.*)?$/.test(led) || (await hasEnded(led))) {
      return { is: 'sign in', says: led };
    }
    const gone = led.startsWith('/there-is-nothing-at/') || led === '/import?gone=yes';
    const refused = led.includes('not-done=refused');
    return {
      is: gone ? 'not found' : refused ? 'not allowed' : 'let through',
      says: led,
      done: !gone && !refused,
    };
  }
  const state = /^[0-9a-f]+:(\{"attempt":.*)$/m.exec(body)?.[1];
  if (answer.status !== 200 || !state) {
    return { is: 'broken', says: `${answer.status} ${body.slice(0, 300)}` };
  }
  const { errors, conflict, shown } = JSON.parse(state) as {
    errors: object;
    conflict?: object;
    shown?: string[];
  };
  const says = JSON.stringify(conflict ?? errors);
  if (SIGNED_OUT.test(says)) return { is: 'sign in', says };
  if (NOT_ALLOWED.test(says)) return { is: 'not allowed', says };
  return { is: NOT_FOUND.test(says) ? 'not found' : 'let through', says, done: Boolean(shown) };
}
