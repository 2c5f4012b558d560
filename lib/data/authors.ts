import type { Author } from '@/lib/domain/author';

/** Who did a thing, by the name they had then. */
export function toAuthor(
  version: { personId: string; name: string; position: string } | null,
): Author | null {
  return version && { id: version.personId, name: version.name, position: version.position };
}
