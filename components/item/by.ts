import type { Author } from '@/lib/domain/author';

/** Who did it, by the name and position they had then; null is the system. */
export function by(author: Author | null): string {
  return author ? `${author.name}, ${author.position}` : 'The system';
}
