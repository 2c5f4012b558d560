import type { DashboardView } from '@/lib/domain/view';
import { RegisterTable } from '../register/register-table';
import { Section } from '../ui/section';
import { TextLink } from '../ui/text-link';

interface YoursProps extends Pick<DashboardView, 'mine' | 'mineTotal'> {
  /** The reader's own page, which shows the present. */
  href: string | null;
}

/** What the reader owns, worst first. */
export function Yours({ mine, mineTotal, href }: YoursProps) {
  return (
    <Section
      id="yours"
      title="Yours"
      actions={mineTotal > 0 && href && <TextLink href={href}>All that you own</TextLink>}
    >
      {mine.length === 0 ? (
        <p className="text-muted">You own nothing that is open.</p>
      ) : (
        <RegisterTable
          caption={
            mineTotal > mine.length
              ? `What you own, the first ${mine.length} of ${mineTotal}: overdue first, then Red`
              : 'What you own: overdue first, then Red'
          }
          captionHidden={mineTotal <= mine.length}
          rows={mine}
          owner={false}
        />
      )}
    </Section>
  );
}
