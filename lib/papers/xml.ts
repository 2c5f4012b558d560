import { mendCharacters } from '@/lib/domain/mend-text';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as the content of an element or the value of an attribute, without what XML cannot say. */
export function escapeXml(text: string): string {
  return mendCharacters(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
