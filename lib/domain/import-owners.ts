import { NOTE } from './import-answers';
import { type Draft, questionKey, quoted } from './import-draft';
import type { ImportPerson } from './import-model';
import { readOrganisation, readOwner } from './import-people';
import { mayOwn } from './permissions';

const NOBODY = 'nobody';
/** Questions of a file; with more, only likely people are offered. */
const MANY = 400;

const optionOf = ({ id, name, position, organisation }: ImportPerson) => ({
  value: id,
  label: [name, position, organisation].filter(Boolean).join(', '),
});

const LAST = [
  { value: NOBODY, label: 'Nobody yet' },
  { value: NOTE, label: 'Nobody: keep the words as a note' },
];

export type SaidOwner =
  | { is: 'none' | 'waits' }
  | { is: 'person'; person: ImportPerson; understood: string | null; also: string[] }
  | { is: 'organisation'; id: string; name: string };

/** Who the owner's cell names; asked where that is not plain. */
function ownerSaid(draft: Draft): SaidOwner {
  const { people } = draft.reading;
  const text = draft.text('owner');
  const read = readOwner(text, people);
  if (read.is === 'empty') return { is: 'none' };
  if (read.is === 'person' && read.exact) {
    return { is: 'person', person: read.person, understood: null, also: [] };
  }
  const likely = read.is === 'person' ? [read.person] : read.likely;
  const answer = draft.ask('owner', questionKey('owner', text), () => {
    const first = new Set(likely);
    // A file that asks so much names nobody we know: the list stays short.
    const all = draft.reading.questions.size < MANY ? people.people : [];
    const rest = all.filter((one) => !first.has(one));
    return {
      about: 'owner',
      asks: `Who is ${quoted(text)}?`,
      said: text,
      options: [...likely, ...rest].map(optionOf).concat(LAST),
      open: false,
      otherwise: read.is === 'person' ? read.person.id : null,
    };
  });
  if (answer === null) return { is: 'waits' };
  const person = people.people.find(({ id }) => id === answer);
  if (person) {
    const also = 'also' in read ? read.also : [];
    return { is: 'person', person, understood: `${quoted(text)} is read as ${person.name}`, also };
  }
  if (answer === NOTE) draft.keep('owner');
  return read.is === 'organisation'
    ? { is: 'organisation', id: read.organisation.id, name: read.organisation.name }
    : { is: 'none' };
}

/** Which body the lead's cell names. */
function leadSaid(
  draft: Draft,
):
  | { is: 'none' | 'waits' }
  | { is: 'organisation'; id: string; name: string; understood: string | null } {
  const { people, facts } = draft.reading;
  const text = draft.text('lead');
  const read = readOrganisation(text, people);
  if (read.is === 'empty') return { is: 'none' };
  if (read.is === 'organisation') {
    const { id, name } = read.organisation;
    return {
      is: 'organisation',
      id,
      name,
      understood: name === text ? null : `${quoted(text)} is read as ${name}`,
    };
  }
  const answer = draft.ask('lead', questionKey('lead', text), () => {
    const first = new Set(read.likely);
    const rest = facts.organisations.filter((one) => !first.has(one));
    return {
      about: 'lead',
      asks: `Which organisation is ${quoted(text)}?`,
      said: text,
      options: [...read.likely, ...rest]
        .map(({ id, name }) => ({ value: id, label: name }))
        .concat({ value: NOTE, label: 'None: keep the words as a note' }),
      open: false,
      otherwise: null,
    };
  });
  if (answer === null) return { is: 'waits' };
  const found = facts.organisations.find(({ id }) => id === answer);
  if (found) {
    return {
      is: 'organisation',
      id: found.id,
      name: found.name,
      understood: `${quoted(text)} is read as ${found.name}`,
    };
  }
  draft.keep('lead');
  return { is: 'none' };
}

/** Takes over who is accountable, and which body leads. */
export function takeOwner(draft: Draft): void {
  const { item, base, write } = draft;
  const said = draft.says('owner') ? ownerSaid(draft) : ({ is: 'none' } as const);
  const lead = draft.says('lead') ? leadSaid(draft) : ({ is: 'none' } as const);
  if (
    said.is === 'person' &&
    said.person.name !== base?.owner &&
    said.person.id !== item?.ownerId
  ) {
    const { id, name, roles, organisationId } = said.person;
    if (item && !mayOwn({ roles, organisationId }, item.hidden)) {
      draft.problem('owner', `${name} may not see it, since it is restricted: name somebody else`);
      return;
    }
    write.ownerId = id;
    draft.change('owner', said.person.name, said.understood);
    // Whoever gives an item to somebody else and leaves its lead as it is means that lead.
    if (lead.is === 'none' && draft.text('lead') && item?.leadOrganisationId) {
      write.leadOrganisationId = item.leadOrganisationId;
    }
  }
  if (said.is === 'person' && said.also.length > 0) {
    const also = said.also.join(', ');
    if (!item) {
      write.wording.alsoInvolved = also;
      draft.changes.push({
        field: 'alsoInvolved',
        label: 'Also involved',
        from: null,
        to: also,
        understood: `From “${draft.heading('owner')}”`,
      });
    } else if (write.ownerId) draft.keep('owner');
  }
  const body =
    lead.is === 'organisation'
      ? lead
      : said.is === 'organisation'
        ? { ...said, understood: null }
        : null;
  if (body && body.name !== base?.lead && body.id !== item?.leadOrganisationId) {
    if (item && !item.ownerId && !write.ownerId) {
      draft.problem(
        lead.is === 'organisation' ? 'lead' : 'owner',
        'Choose an owner: a lead organisation comes with one, and none is taken away',
      );
      return;
    }
    write.leadOrganisationId = body.id;
    draft.change('lead', body.name, body.understood);
  }
}
