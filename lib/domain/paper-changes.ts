import { isOwn, type PaperFrame, type PaperFront, PURPOSE_NAMES } from './paper-frame';
import type { VersionChange } from './version-change';

type FieldChange = VersionChange['changes'][number];

const FRONT: Array<[string, (front: PaperFront) => string | null]> = [
  ['Title', ({ title }) => title],
  ['Item number', ({ itemNumber }) => itemNumber],
  ['Author', ({ author }) => author],
  ['Sponsor', ({ sponsor }) => sponsor],
  ['For', ({ purpose }) => PURPOSE_NAMES[purpose]],
];

/** Those by key that are on either side. */
function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): Array<{ from: T | undefined; to: T | undefined }> {
  const keys = new Set([...before, ...after].map(keyOf));
  return [...keys].map((key) => ({
    from: before.find((one) => keyOf(one) === key),
    to: after.find((one) => keyOf(one) === key),
  }));
}

const yes = (is: boolean | undefined) => (is ? 'Yes' : 'No');

/** From what to what one version of a draft changed the words of the one before. */
export function frameChanges(before: PaperFrame, after: PaperFrame): FieldChange[] {
  const changes: FieldChange[] = FRONT.map(([label, of]) => ({
    label,
    from: of(before.front),
    to: of(after.front),
  }));
  for (const { from, to } of pairs(before.paragraphs, after.paragraphs, ({ key }) => key)) {
    const key = (to ?? from)?.key ?? '';
    const own = isOwn(key);
    if (own || (from?.words && to?.words)) {
      changes.push({ label: 'Heading', from: from?.heading ?? null, to: to?.heading ?? null });
    }
    // Before the first edit stands what was generated then, and after the last what is generated.
    changes.push({
      label: 'Words',
      from: from?.words ?? (own ? null : (to?.basis ?? null)),
      to: to?.words ?? (!own && from?.words ? 'As they are generated' : null),
    });
    if (from?.words && to?.words) {
      changes.push({
        label: 'In the public version',
        from: yes(from.public),
        to: yes(to.public),
      });
    }
    if (!own || (from && to)) {
      changes.push({ label: 'Left out', from: yes(from?.leftOut), to: yes(to?.leftOut) });
    }
  }
  for (const { from, to } of pairs(before.headlines, after.headlines, (one) => one.reference)) {
    const original = (to ?? from)?.original ?? null;
    const { reference = '' } = to ?? from ?? {};
    changes.push({
      label: `Headline of ${reference}`,
      from: from?.words ?? original,
      to: to?.words ?? original,
    });
  }
  return changes.filter(({ from, to }) => from !== to);
}
