import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { ArrangementForm } from '@/components/start/arrangement-form';
import { TextLink } from '@/components/ui/text-link';
import { getChoices } from '@/lib/data/choices';
import { listArrangement } from '@/lib/data/start';
import { START_PATH } from '@/lib/domain/start';
import { signedIn } from '@/lib/server/session';
import { arrangeRecommendationsAction } from './actions';

const TITLE = 'Role, owner and lead of every recommendation';
export const metadata: Metadata = { title: TITLE };

export default async function ArrangementPage() {
  const context = await signedIn();
  const [rows, { people, organisations }] = await Promise.all([
    listArrangement(context),
    getChoices(context),
  ]);
  const may = rows.some((row) => row.may.setOurRole || row.may.setOwner);
  return (
    <Page width="wide">
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: START_PATH, label: 'Getting started' },
        ]}
        title={TITLE}
        lead={
          <p>
            Only what you change is saved, each with its own entry in the history. Without a lead
            organisation, the owner’s own leads.
          </p>
        }
      />
      {may ? (
        <ArrangementForm
          rows={rows}
          people={people}
          organisations={organisations}
          intro={
            <p>
              Somebody is missing? <TextLink href="/people/new">Add a person</TextLink> or{' '}
              <TextLink href="/organisations/new">an organisation</TextLink> first.
            </p>
          }
          action={arrangeRecommendationsAction}
          submissionId={randomUUID()}
          basedOn={0}
          cancel={START_PATH}
        />
      ) : (
        <p className="measure text-lg">{ROLE_REFUSES}</p>
      )}
    </Page>
  );
}
