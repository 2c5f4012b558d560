import type { Metadata } from 'next';
import { Frame } from '@/components/shell/frame';
import { NotFoundHelp } from '@/components/shell/not-found-help';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';

export const metadata: Metadata = { title: 'Page not found' };

/** For every address without a page. It reads nothing, and is drawn without a script. */
export default function NotFound() {
  return (
    <Frame
      boardName="Drug and Alcohol Delivery Board"
      footerLinks={[{ href: '/accessibility', label: 'Accessibility' }]}
    >
      <Page width="narrow">
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title="Page not found"
          lead="There is nothing at this address, or you may not see it. If you typed it, check it; if you followed a link, it may be an old one."
        />
        <NotFoundHelp />
      </Page>
    </Frame>
  );
}
