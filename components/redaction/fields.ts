import type { RedactionField } from '@/lib/domain/redaction-view';

/** "Headline, words": what of a row it is about. */
export function fieldsInWords(fields: readonly RedactionField[]): string {
  const [first = '', ...rest] = fields.map(({ label }) => label);
  return [first, ...rest.map((label) => label.charAt(0).toLowerCase() + label.slice(1))].join(', ');
}
