import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import type { Crumb } from '@/components/ui/breadcrumbs';
import { TextLink } from '@/components/ui/text-link';
import type { DoneNotice } from '@/lib/domain/notice-told';

/** A page that holds one form: the way back, what the form does, and what it does it to. */
export function FormPage({
  title,
  caption,
  crumbs,
  refused,
  back,
  done,
  children,
}: {
  title: string;
  caption?: string;
  crumbs: readonly Crumb[];
  /** Why there is no form here; then the children are not drawn. */
  refused?: string | null;
  /** Where the link below a refusal leads. */
  back?: Crumb;
  /** What was done on the way here, such as somebody added whom the form then offers. */
  done?: DoneNotice | null;
  children: ReactNode;
}) {
  return (
    <Page width="narrow" done={done && { ...done, next: undefined }}>
      <PageHeader trail={crumbs} title={title} caption={caption} />
      {refused ? (
        <div className="space-y-5">
          <p className="measure text-lg">{refused}</p>
          {back ? (
            <p>
              <TextLink href={back.href}>{back.label}</TextLink>
            </p>
          ) : null}
        </div>
      ) : (
        children
      )}
    </Page>
  );
}

/** Said in place of a form to somebody whose role does not reach so far. */
export const ROLE_REFUSES =
  'Your role does not let you do this. An administrator or a public-health officer of the board can tell you who may.';
