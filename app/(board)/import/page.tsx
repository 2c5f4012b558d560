import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { ImportedTable, WaitingTable } from '@/components/import/import-lists';
import { UploadForm } from '@/components/import/upload-form';
import { StorageNotice } from '@/components/settings/storage-notice';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Notification } from '@/components/ui/notification';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { listUploads } from '@/lib/data/import-uploads-view';
import { listImports } from '@/lib/data/imports-view';
import { listSources } from '@/lib/data/sources-view';
import { getStorage } from '@/lib/data/storage';
import { IMPORT_KINDS } from '@/lib/domain/import-model';
import { can } from '@/lib/domain/permissions';
import { doneNotice } from '@/lib/server/done';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { uploadAction } from './actions';

const TITLE = 'Import a spreadsheet';
export const metadata: Metadata = { title: TITLE };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ImportPage({ searchParams }: Props) {
  const context = await signedIn();
  const { page, kind, source, gone } = await searchParams;
  const may = can(context.actor, 'import');
  const ownSources = can(context.actor, 'manageSources');
  const [waiting, imports, sources, storage] = await Promise.all([
    may ? listUploads(context) : [],
    listImports(context, Number(single(page)) || 1),
    may && ownSources ? listSources(context) : null,
    may ? getStorage(context) : null,
  ]);
  const done = await doneNotice(searchParams);
  return (
    <Page done={done} width="page">
      {single(gone) === 'yes' && (
        <Notification tone="warning" title="That file is no longer there">
          <p>
            A file waits for 24 hours, and only for the person who gave it. Give it again to go on;
            nothing of it was imported.
          </p>
        </Notification>
      )}
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title={TITLE}
        lead={
          <p>
            An action log, a partner’s return, or a file that was downloaded here. You see every row
            and what it would change before anything is saved; what is not understood is asked.
          </p>
        }
      />
      {waiting.length > 0 && (
        <Section id="waiting" title="Your files that wait">
          <WaitingTable uploads={waiting} />
        </Section>
      )}
      <Section id="new" title="A new file">
        {may && storage && (
          <StorageNotice
            storage={storage}
            mayChange={can(context.actor, 'manageSettings')}
            uploading
          />
        )}
        {may ? (
          <UploadForm
            action={uploadAction}
            submissionId={randomUUID()}
            sources={
              sources
                ?.filter(({ national }) => !national)
                .map(({ id, prefix, title }) => ({ value: id, label: `${prefix}: ${title}` })) ??
              null
            }
            chosen={{
              kind: IMPORT_KINDS.find((one) => one === single(kind)),
              sourceId: single(source),
            }}
          />
        ) : (
          <p className="measure">
            {ROLE_REFUSES} <TextLink href="/about/permissions">Who can do what</TextLink>
          </p>
        )}
      </Section>
      <Section
        id="imported"
        title="Imported"
        intro="An import is undone by further updates: everything it did stands in the histories."
      >
        <ImportedTable list={imports} />
      </Section>
    </Page>
  );
}
