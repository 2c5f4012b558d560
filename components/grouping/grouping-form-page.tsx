import type { ReactNode } from 'react';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { groupingLabel, groupingPath } from '@/lib/domain/grouping';
import type { GroupingPageView } from '@/lib/domain/grouping-view';

interface GroupingFormPageProps {
  title: string;
  grouping: GroupingPageView;
  /** Why this grouping takes no such change. */
  refused?: string | null;
  children: ReactNode;
}

/** A page that changes one grouping. */
export function GroupingFormPage({ title, grouping, refused, children }: GroupingFormPageProps) {
  const back = groupingPath(grouping);
  const name = groupingLabel(grouping);
  return (
    <FormPage
      title={title}
      caption={name}
      crumbs={[
        { label: 'Groupings', href: '/groupings' },
        { label: name, href: back },
      ]}
      back={{ label: 'Back to the grouping', href: back }}
      refused={grouping.mayManage ? refused : ROLE_REFUSES}
    >
      {children}
    </FormPage>
  );
}
