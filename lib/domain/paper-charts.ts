import { KIND_NAMES } from './item';
import type { PaperFacts } from './paper-facts';
import type { PaperChart } from './paper-model';
import { and, counted } from './paper-words';
import { RAG_NAMES, RAG_STATUSES } from './rag';
import type { RagCounts } from './view';

const NONE: RagCounts = { red: 0, amber: 0, green: 0, blue: 0, not_rated: 0 };

/** 'Housing: 1 Red and 2 Amber.' */
function inWords({ label, counts }: PaperChart['rows'][number]): string {
  const parts = RAG_STATUSES.flatMap((status) =>
    counts[status] ? [`${counts[status]} ${RAG_NAMES[status]}`] : [],
  );
  return `${label}: ${parts.length ? and(parts) : 'none'}.`;
}

function chart(more: Omit<PaperChart, 'alternative'>): PaperChart {
  return { ...more, alternative: more.rows.map(inWords).join(' ') };
}

/** Recommendations by theme. */
export function themeChart(facts: PaperFacts): PaperChart {
  const recommendations = counted(facts.items).filter(({ kind }) => kind === 'recommendation');
  return chart({
    key: 'rag-by-theme',
    title: 'Recommendations by theme',
    rowsAre: 'Theme',
    rows: facts.groupings
      .filter(({ kind }) => kind === 'theme')
      .map(({ code, name }) => {
        const counts = { ...NONE };
        for (const { rag, groupings } of recommendations) {
          if (groupings.some((one) => one.kind === 'theme' && one.code === code)) counts[rag] += 1;
        }
        return { label: name, counts };
      }),
  });
}

/** Recommendations and local actions at the last meetings, and in this paper. */
export function meetingsChart(facts: PaperFacts): PaperChart {
  return chart({
    key: 'rag-at-meetings',
    title: 'RAG over the last meetings',
    rowsAre: 'Register and meeting',
    rows: facts.ragAtMeetings.map(({ kind, label, counts }) => ({
      label: `${KIND_NAMES[kind].many}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
      counts,
    })),
  });
}
