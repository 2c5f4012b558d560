import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';
import {
  discardPath,
  IMPORT_PATH,
  IMPORT_STEPS,
  type ImportStep,
  stepPath,
} from '@/lib/domain/import-path';
import type { WaitingUpload } from '@/lib/domain/import-view';
import { IMPORT_KIND_NAMES } from '@/lib/domain/import-words';
import type { DoneNotice } from '@/lib/domain/notice-told';

const STEP_NAMES: Record<ImportStep, string> = {
  columns: 'Columns',
  questions: 'Questions',
  rows: 'Rows',
  apply: 'Import',
};

interface ImportStepPageProps {
  upload: WaitingUpload;
  step: ImportStep;
  done?: DoneNotice | null;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** One step of an import: which file it is about, and the other steps. */
export function ImportStepPage({ upload, step, done, title, lead, children }: ImportStepPageProps) {
  return (
    <Page width="page" done={done && { ...done, next: undefined }}>
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: IMPORT_PATH, label: 'Import' },
        ]}
        caption={`${IMPORT_KIND_NAMES[upload.setup.kind]} from ${upload.fileName}`}
        title={title}
        lead={lead}
      />
      <Steps id={upload.id} at={step} />
      {children}
    </Page>
  );
}

function Steps({ id, at }: { id: string; at: ImportStep }) {
  return (
    <nav aria-label="Steps of this import" className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-6 gap-y-2 border-y border-line py-2">
        {IMPORT_STEPS.map((step, index) => (
          <li key={step} className="flex min-h-8 items-center gap-2">
            <span aria-hidden="true" className="text-muted tabular-nums">
              {index + 1}
            </span>
            {step === at ? (
              <strong aria-current="step">{STEP_NAMES[step]}</strong>
            ) : (
              <TextLink href={stepPath(id, step)}>{STEP_NAMES[step]}</TextLink>
            )}
          </li>
        ))}
        <li className="flex min-h-8 items-center sm:ml-auto">
          <TextLink href={discardPath(id)}>Discard this file</TextLink>
        </li>
      </ol>
    </nav>
  );
}
