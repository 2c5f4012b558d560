import { notFound } from 'next/navigation';
import { signedIn } from '@/lib/server/session';

/** Any other address: not found, and said within the frame of the board. */
export default async function NothingHere() {
  await signedIn();
  notFound();
}
