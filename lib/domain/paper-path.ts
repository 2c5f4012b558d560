import { meetingPath } from './meeting-name';

/** Where the paper of a meeting is. */
export function paperPath(slug: string): string {
  return `${meetingPath(slug)}/paper`;
}

/** Where a paragraph of its draft is edited. */
export function paragraphPath(slug: string, key: string): string {
  return `${paperPath(slug)}/paragraphs/${encodeURIComponent(key)}`;
}

/** Where the headline of an item is worded for the paper. */
export function headlinePath(slug: string, reference: string): string {
  return `${paperPath(slug)}/headlines/${reference.toLowerCase()}`;
}

/** Where a paragraph stands on the page of its draft. */
export function paragraphAnchor(key: string): string {
  return `paragraph-${key.replace(/[^\w-]/g, '-')}`;
}
