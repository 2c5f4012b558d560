import type { Author } from '@/lib/domain/author';
import type { RedactionField } from '@/lib/domain/redaction-view';
import { by } from '../item/by';

/** "Headline, words": what of a row it is about. */
export function fieldsInWords(fields: readonly RedactionField[]): string {
  const [first = '', ...rest] = fields.map(({ label }) => label);
  return [first, ...rest.map((label) => label.charAt(0).toLowerCase() + label.slice(1))].join(', ');
}

/** Who answered: somebody, or the operator of the service. */
export function answeredBy(author: Author | null): string {
  return author ? by(author) : 'the operator of this service, by a command';
}
