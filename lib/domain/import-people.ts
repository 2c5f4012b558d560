import type { ImportFacts, ImportPerson } from './import-model';
import { bareWords } from './import-text';
import { mendText } from './mend-text';
import { nameAndPosition } from './person-name';

type Organisation = ImportFacts['organisations'][number];

/** Who may be meant, ready to be looked up. */
export interface PeopleIndex {
  people: readonly ImportPerson[];
  byName: ReadonlyMap<string, ImportPerson[]>;
  /** As our own files tell two of one name apart. */
  byNameAndPosition: ReadonlyMap<string, ImportPerson[]>;
  bySurname: ReadonlyMap<string, ImportPerson[]>;
  byPosition: ReadonlyMap<string, ImportPerson[]>;
  organisations: ReadonlyMap<string, Organisation>;
}

const TITLES =
  /^(dr|prof|professor|mr|mrs|ms|miss|mx|cllr|councillor|sir|dame|rev|insp|di|ds|dci|supt)$/;

/** 'Dr A. Smith' → ['a', 'smith'] */
function nameWords(text: string): string[] {
  return bareWords(text.replace(/['’]/g, ''))
    .split(' ')
    .filter((word) => word && !TITLES.test(word));
}

const organisationWords = (text: string) => bareWords(text).replace(/^the /, '');

function peopleBy(people: readonly ImportPerson[], key: (person: ImportPerson) => string) {
  const found = new Map<string, ImportPerson[]>();
  for (const person of people) {
    const same = found.get(key(person));
    if (same) same.push(person);
    else found.set(key(person), [person]);
  }
  return found;
}

export function indexPeople(facts: Pick<ImportFacts, 'people' | 'organisations'>): PeopleIndex {
  const { people } = facts;
  const organisations = new Map<string, Organisation>();
  for (const one of facts.organisations) {
    for (const name of [one.shortName, one.name]) {
      if (name) organisations.set(organisationWords(name), one);
    }
  }
  return {
    people,
    byName: peopleBy(people, ({ name }) => mendText(name)),
    byNameAndPosition: peopleBy(people, (person) => mendText(nameAndPosition(person))),
    bySurname: peopleBy(people, ({ name }) => nameWords(name).at(-1) ?? ''),
    byPosition: peopleBy(people, ({ position }) => bareWords(position)),
    organisations,
  };
}

/** What a cell says of who is accountable. */
export type ReadOwner =
  | { is: 'empty' }
  /** `exact` where it is the name as the register has it; `also` names other bodies. */
  | { is: 'person'; person: ImportPerson; exact: boolean; also: string[] }
  /** Nobody, but a body. */
  | { is: 'organisation'; organisation: Organisation; likely: ImportPerson[] }
  | { is: 'asked'; likely: ImportPerson[]; also: string[] };

/** 'A' and 'Anna' begin alike; 'Anna' and 'Alan' do not. */
function beginsAlike(said: readonly string[], name: readonly string[]): boolean {
  const [first = '', known = ''] = [said[0], name[0]];
  if (said.length < 2 || name.length < 2) return false;
  if (first === known) return true;
  const [shorter, longer] = first.length < known.length ? [first, known] : [known, first];
  // 'AB Smith' is Anna Bea Smith, or Anna.
  return longer.startsWith(shorter) || (first.length <= 2 && first[0] === known[0]);
}

interface Matched {
  sure: ImportPerson[];
  likely: ImportPerson[];
}

function peopleCalled(text: string, index: PeopleIndex): Matched {
  const turned = /^([^,]+),\s*([^,]+)$/.exec(text);
  const words = nameWords(turned ? `${turned[2]} ${turned[1]}` : text);
  const last = words.at(-1) ?? '';
  const sameSurname = last.length > 1 ? (index.bySurname.get(last) ?? []) : [];
  const sure = sameSurname.filter(({ name }) => beginsAlike(words, nameWords(name)));
  if (sure.length > 0) return { sure, likely: sameSurname };
  // 'Smith A'
  const [first = ''] = words;
  const back = words.length === 2 && first.length > 1 ? (index.bySurname.get(first) ?? []) : [];
  const reversed = back.filter(({ name }) => beginsAlike([last, first], nameWords(name)));
  if (reversed.length > 0) return { sure: reversed, likely: back };
  const position = index.byPosition.get(bareWords(text)) ?? [];
  return position.length > 0
    ? { sure: position, likely: position }
    : { sure: [], likely: [...sameSurname, ...back] };
}

/** 'J Smith (CGL) / Public Health' → ['J Smith', 'CGL', 'Public Health'] */
function partsOf(text: string): string[] {
  const bracketed = [...text.matchAll(/\(([^)]*)\)|\[([^\]]*)\]/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  );
  const [first = '', ...others] = text
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .split(/\s*(?:[/;&\n|+]|\band\b|\bwith\b|\s[-–—]\s)\s*/i)
    // 'Smith, Anna' is one; 'Smith, Jones, CGL' are three, and so are 'A Smith, CGL'.
    .flatMap((part) => (/^[^\s,]+,\s*[^\s,]+$/.test(part) ? [part] : part.split(',')));
  return [first, ...bracketed.flatMap((part) => part.split(/[/;,]/)), ...others]
    .map((part) => mendText(part).replace(/^[\s:.-]+|[\s:-]+$/g, ''))
    .filter(Boolean);
}

/** Reads who is accountable as lists of actions have it: a name, an initial, a post, a body. */
export function readOwner(text: string, index: PeopleIndex): ReadOwner {
  const plain = mendText(text);
  if (!plain || /^(n\/?a|-+|–|—|none|tbc|tba|vacant)$/i.test(plain)) return { is: 'empty' };
  const exact = index.byName.get(plain) ?? index.byNameAndPosition.get(plain);
  if (exact?.length === 1 && exact[0])
    return { is: 'person', person: exact[0], exact: true, also: [] };
  if (exact) return { is: 'asked', likely: exact, also: [] };
  const post = index.byPosition.get(bareWords(plain));
  if (post?.length === 1 && post[0])
    return { is: 'person', person: post[0], exact: false, also: [] };
  // Nobody is named in so many words.
  if (plain.length > 500) return { is: 'asked', likely: [], also: [] };
  const parts = partsOf(plain).map((said) => ({
    said,
    body: index.organisations.get(organisationWords(said)),
    called: peopleCalled(said, index),
  }));
  const bodies = parts.flatMap(({ body }) => body ?? []);
  const named = parts.filter(({ body, called }) => !body && called.sure.length > 0);
  const others = parts.filter(({ called, body }) => body || called.sure.length === 0);
  const likely = [...new Set(parts.flatMap(({ called }) => [...called.sure, ...called.likely]))];
  const [only] = named;
  if (named.length === 0) {
    const [body] = bodies;
    if (body && parts.length === 1) {
      return {
        is: 'organisation',
        organisation: body,
        likely: index.people.filter((one) => one.organisationId === body.id).slice(0, LIKELY),
      };
    }
    return { is: 'asked', likely: likely.slice(0, LIKELY), also: [] };
  }
  const also = (person: ImportPerson | undefined) =>
    others
      .filter(({ body }) => !body || body.id !== person?.organisationId)
      .map(({ said }) => said);
  const sure = only && named.length === 1 ? only.called.sure : [];
  const witnessed = sure.filter((one) => bodies.some(({ id }) => id === one.organisationId));
  const person = witnessed.length === 1 ? witnessed[0] : sure.length === 1 ? sure[0] : undefined;
  // A body that is said, and not one's own, speaks against it.
  const doubted = bodies.length > 0 && witnessed.length === 0;
  if (person && !doubted) return { is: 'person', person, exact: false, also: also(person) };
  return {
    is: 'asked',
    likely: [...new Set([...witnessed, ...likely])].slice(0, LIKELY),
    also: also(person),
  };
}

/** So many people are named before all others. */
const LIKELY = 8;

/** Reads the name of a body, or its short name. */
export function readOrganisation(
  text: string,
  index: PeopleIndex,
):
  | { is: 'empty' }
  | { is: 'organisation'; organisation: Organisation }
  | { is: 'asked'; likely: Organisation[] } {
  const words = organisationWords(text);
  if (!words || /^(na|n a|none|tbc|tba)$/.test(words)) return { is: 'empty' };
  const found = index.organisations.get(words);
  if (found) return { is: 'organisation', organisation: found };
  const close = [...index.organisations].filter(
    ([name]) => name.length > 2 && (name.includes(words) || words.includes(name)),
  );
  return { is: 'asked', likely: [...new Set(close.map(([, one]) => one))].slice(0, LIKELY) };
}
