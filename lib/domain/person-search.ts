import type { PersonName } from './view';

/** Those whose name, position or organisation holds every word, however it is written. */
export function searchPeople<P extends PersonName>(people: readonly P[], q: string): P[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = plain([person.name, person.position, person.organisation].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Without capitals and accents: "Zoë" is found by "zoe". */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
