import type { Metadata } from 'next';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';
import { getBoard } from '@/lib/data/board';
import { database } from '@/lib/server/database';

export const metadata: Metadata = { title: 'This link no longer works' };

export default async function InvitationNotFound() {
  const board = await getBoard({ db: database() });
  return (
    <OpenPage board={board}>
      <PageHeader title="This link no longer works" />
      <p className="measure">
        It has been used, it is more than seven days old, or a newer one was made. Ask an
        administrator of the board for a new link.
      </p>
      <p>
        <TextLink href="/sign-in">Sign in</TextLink>
      </p>
    </OpenPage>
  );
}
