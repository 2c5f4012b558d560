import type { MinutesSection } from '@/lib/domain/minutes';
import { Prose } from '../ui/prose';

/** The sections of minutes, under the headings they were given. */
export function MinutesWords({ sections }: { sections: readonly MinutesSection[] }) {
  return (
    <div className="max-w-3xl space-y-6">
      {sections.map(({ heading, words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections of one version never move.
        <section key={index} className="space-y-2">
          <h2 className="text-xl">{heading}</h2>
          <Prose text={words} />
        </section>
      ))}
    </div>
  );
}
