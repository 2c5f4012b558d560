import type { ReactNode } from 'react';
import { PageHeader } from '@/components/shell/page-header';
import type { Crumb } from '@/components/ui/breadcrumbs';

/** A page that holds one form: the way back, what the form does, and what it does it to. */
export function FormPage({
  title,
  caption,
  crumbs,
  refused,
  back,
  children,
}: {
  title: string;
  caption?: string;
  crumbs: readonly Crumb[];
  /** Why there is no form here; then the children are not drawn. */
  refused?: string | null;
  /** Where the link below a refusal leads. */
  back?: Crumb;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeader crumbs={crumbs} title={title} caption={caption} />
      <div className="max-w-2xl">
        {refused ? (
          <>
            <p className="text-lg">{refused}</p>
            {back ? (
              <p className="mt-4">
                <a href={back.href}>{back.label}</a>
              </p>
            ) : null}
          </>
        ) : (
          children
        )}
      </div>
    </>
  );
}

/** Said in place of a form to somebody whose role does not reach so far. */
export const ROLE_REFUSES =
  'Your role does not let you do this. An administrator or a public-health officer of the board can tell you who may.';
