import { itemPath } from '@/lib/domain/item';
import type { DashboardView } from '@/lib/domain/view';
import { Moment } from '../ui/date';
import { Section } from '../ui/section';
import { TextLink } from '../ui/text-link';

/** Who changed what, and when; newest first. */
export function RecentChanges({ recent }: Pick<DashboardView, 'recent'>) {
  return (
    <Section id="recent" title="Recently changed">
      {recent.length === 0 ? (
        <p className="text-muted">Nobody has changed anything yet.</p>
      ) : (
        <ol className="border-t border-line">
          {recent.map((change) => (
            <li
              key={`${change.at} ${change.reference} ${change.title}`}
              className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
            >
              <p className="min-w-0">
                <span className="font-semibold">{change.title}</span>
                {': '}
                <TextLink href={itemPath(change.reference)}>
                  {change.reference} {change.shortTitle}
                </TextLink>
              </p>
              <p className="text-sm text-muted md:text-right">
                {change.author ? change.author.name : 'The system'}, <Moment at={change.at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
