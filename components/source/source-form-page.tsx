import type { ReactNode } from 'react';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { sourcePath } from '@/lib/domain/source';
import type { SourcePageView } from '@/lib/domain/source-view';

interface SourceFormPageProps {
  title: string;
  source: SourcePageView;
  children: ReactNode;
}

/** A page that changes one source. */
export function SourceFormPage({ title, source, children }: SourceFormPageProps) {
  const back = sourcePath(source.prefix);
  const stays = `${source.title} is national: it stays as it was published.`;
  const refused = source.national ? stays : ROLE_REFUSES;
  return (
    <FormPage
      title={title}
      caption={source.title}
      crumbs={[
        { label: 'Sources', href: '/sources' },
        { label: source.title, href: back },
      ]}
      back={{ label: 'Back to the source', href: back }}
      refused={source.mayManage ? null : refused}
    >
      {children}
    </FormPage>
  );
}
