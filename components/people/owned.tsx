import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import type { PersonView } from '@/lib/domain/view';
import { RegisterTable } from '../register/register-table';
import { Section } from '../ui/section';

/** What a person owns, a part for each kind they own something of. */
export function Owned({ person }: { person: PersonView }) {
  const whoOwns = person.self ? 'you own' : 'they own';
  if (person.items.length === 0) {
    return (
      <Section id="owns" title={`What ${whoOwns}`}>
        <p className="text-muted">Nothing.</p>
      </Section>
    );
  }
  return ITEM_KINDS.map((kind) => {
    const rows = person.items.filter((item) => item.kind === kind);
    if (rows.length === 0) return null;
    const { one, many, path } = KIND_NAMES[kind];
    const name = rows.length === 1 ? one : many;
    return (
      <Section key={kind} id={path.slice(1)} title={`${many} ${whoOwns}`}>
        <RegisterTable
          caption={`${rows.length} ${name.toLowerCase()}`}
          captionHidden
          kind={kind}
          rows={rows}
          owner={false}
        />
      </Section>
    );
  });
}
