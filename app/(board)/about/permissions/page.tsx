import type { Metadata } from 'next';
import { PermissionTable } from '@/components/permissions/permission-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { ROLE_NAMES } from '@/lib/domain/permissions';
import { currentActor } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Who can do what' };

/** Open to everyone, signed in or not: it shows nothing of the board. */
export default async function PermissionsPage() {
  const actor = await currentActor();
  const roles = actor?.roles.map((role) => ROLE_NAMES[role]) ?? [];
  return (
    <Page width="page">
      <PageHeader
        trail={actor ? [{ href: '/', label: 'Dashboard' }] : undefined}
        title="Who can do what"
        lead={
          <p>
            {actor && <>You are signed in as: {new Intl.ListFormat('en-GB').format(roles)}. </>}
            Somebody with several roles may do what any of them allows. Nobody reads anything of the
            board without signing in.
          </p>
        }
      />
      <PermissionTable />
      <Section id="restricted" title="What is restricted">
        <div className="measure space-y-3">
          <p>
            A local action or a piece of evidence can be restricted, with a reason and a date to
            review it. Viewers do not see it, nor does anybody from an organisation it is hidden
            from: to them it is not there, in counts, history, activity, papers and downloads
            either. Everybody else sees it as the table says.
          </p>
        </div>
      </Section>
      <Section id="record" title="What is kept">
        <div className="measure space-y-3">
          <p>
            Changes are kept under the name of whoever made them, and nothing is overwritten. Three
            things can be taken out, and the record says that they were: words or files that should
            not be there, when a public-health officer and an administrator agree; an issued paper
            that held them; and somebody’s name, when they ask for it.
          </p>
        </div>
      </Section>
      {actor && (
        <p>
          <TextLink href="/people">People and their roles</TextLink>
        </p>
      )}
    </Page>
  );
}
