import type { ReactNode } from 'react';
import type { AsAtChoices, AsAtView } from '@/lib/domain/as-at-view';
import type { DoneNotice } from '@/lib/domain/notice-told';
import { Page } from '../shell/page';
import { PageHeader } from '../shell/page-header';
import { EmptyState } from '../ui/empty-state';
import { TextLink } from '../ui/text-link';
import { AsAtBanner } from './as-at-banner';
import { AsAtPicker } from './as-at-picker';

export interface ShownMoment {
  /** The page as it is now, its filters included. */
  address: string;
  asAt: AsAtView | null;
  problem: string | null;
  choices: AsAtChoices;
}

interface AsAtPageProps {
  moment: ShownMoment;
  width?: 'page' | 'wide';
  done?: DoneNotice | null;
  header: ReactNode;
  children: ReactNode;
}

/** A page that can show an earlier day: the banner above it, or why there is nothing to show. */
export function AsAtPage({ moment, width, done, header, children }: AsAtPageProps) {
  const { address, asAt, problem, choices } = moment;
  if (problem !== null) {
    return (
      <Page width="page">
        <PageHeader trail={[{ href: '/', label: 'Dashboard' }]} title="Nothing to show for then" />
        <EmptyState title={`${problem}.`}>
          <p>
            <TextLink href={address} present>
              Show it as it is today
            </TextLink>
            , or choose another meeting or day.
          </p>
        </EmptyState>
        <AsAtPicker address={address} choices={choices} label="Choose another day" open />
      </Page>
    );
  }
  return (
    <Page width={width} done={done}>
      {asAt && <AsAtBanner asAt={asAt} address={address} />}
      <div className="space-y-3">
        {header}
        <AsAtPicker
          address={address}
          choices={choices}
          label={asAt ? 'Show another day' : 'Show an earlier day'}
        />
      </div>
      {children}
    </Page>
  );
}
