import { EvidenceTag } from '@/components/status/evidence-tag';
import { RagTag } from '@/components/status/rag-tag';
import { ScheduleTag } from '@/components/status/schedule-tag';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { type GroupingKind, itemPath, KIND_NAMES, LINK_STRENGTH_NAMES } from '@/lib/domain/item';
import type { ItemView, LinkedItem } from '@/lib/domain/view';

function columns(withStrength: boolean, withSchedule: boolean): Array<Column<LinkedItem>> {
  return [
    {
      key: 'reference',
      header: 'Reference',
      tight: true,
      lead: true,
      cell: (row) => row.reference,
    },
    {
      key: 'title',
      header: 'Short title',
      cell: (row) => (
        <>
          <TextLink href={itemPath(row.reference)}>{row.shortTitle}</TextLink>
          {row.lifecycle !== 'open' && <Tag>{row.lifecycle}</Tag>}
        </>
      ),
    },
    ...(withStrength
      ? [
          {
            key: 'strength',
            header: 'How it answers',
            tight: true,
            cell: ({ strength }: LinkedItem) =>
              strength ? LINK_STRENGTH_NAMES[strength].name : '',
          },
        ]
      : []),
    {
      key: 'rag',
      header: 'Reported',
      tight: true,
      cell: (row) => (row.rated ? <RagTag status={row.rag} /> : 'Not rated here'),
    },
    {
      key: 'evidence',
      header: 'Evidence',
      tight: true,
      cell: (row) => (row.rated ? <EvidenceTag state={row.evidence} /> : ''),
    },
    ...(withSchedule
      ? [
          {
            key: 'schedule',
            header: 'Schedule',
            tight: true,
            cell: ({ schedule }: LinkedItem) => (schedule ? <ScheduleTag state={schedule} /> : ''),
          },
        ]
      : []),
  ];
}

function LinkedTable({ rows, caption }: { rows: readonly LinkedItem[]; caption: string }) {
  if (rows.length === 0) return null;
  return (
    <Table
      caption={caption}
      columns={columns(
        rows.some((row) => row.strength),
        rows.some((row) => row.schedule),
      )}
      rows={rows}
      rowKey={(row) => row.reference}
      narrow
    />
  );
}

const GROUPS: ReadonlyArray<{ kind: GroupingKind; label: string; filter?: string }> = [
  { kind: 'theme', label: 'Themes', filter: 'theme' },
  { kind: 'key_area', label: 'Key areas of the review', filter: 'key-area' },
  { kind: 'strategy_priority', label: 'National strategy priorities' },
  { kind: 'objective', label: 'Local objectives', filter: 'objective' },
  { kind: 'part', label: 'Part of the review' },
];

function Groupings({ view }: { view: ItemView }) {
  const present = GROUPS.map((group) => ({
    ...group,
    all: view.groupings.filter(({ kind }) => kind === group.kind),
  })).filter(({ all }) => all.length > 0);
  if (present.length === 0) return null;
  return (
    <dl className="grid gap-x-10 gap-y-5 md:grid-cols-2">
      {present.map(({ kind, label, filter, all }) => (
        <div key={kind}>
          <dt className="font-semibold">{label}</dt>
          {all.map(({ id, code, name, closestFit }) => (
            <dd key={id} className="mt-1">
              {kind === 'key_area' && `${code}) `}
              {filter ? (
                <TextLink
                  href={`${KIND_NAMES[view.kind].path}?${filter}=${encodeURIComponent(code)}`}
                >
                  {name}
                </TextLink>
              ) : (
                name
              )}
              {closestFit && <span className="text-muted"> (closest fit)</span>}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** What it is linked to: the other kinds, and the groupings. */
export function Links({ view }: { view: ItemView }) {
  const strengths = [...view.recommendations, ...view.commitments].some((one) => one.strength);
  const nothing =
    view.recommendations.length + view.commitments.length + view.localActions.length === 0;
  return (
    <Section
      id="links"
      title="What it is linked to"
      intro="Links and groupings are the board’s own reading, not official."
      actions={
        view.may.edit && (
          <LinkButton href={`${itemPath(view.reference)}/links`} variant="secondary">
            Change links
          </LinkButton>
        )
      }
    >
      <LinkedTable rows={view.children} caption="Under this heading" />
      <LinkedTable rows={view.recommendations} caption="Recommendations" />
      <LinkedTable rows={view.commitments} caption="Commitments" />
      <LinkedTable rows={view.localActions} caption="Local actions" />
      {nothing && view.children.length === 0 && <p className="text-muted">Nothing yet.</p>}
      {strengths && (
        <p className="text-sm text-muted">
          {Object.values(LINK_STRENGTH_NAMES)
            .map(({ name, means }) => `${name}: ${means}`)
            .join('. ')}
          .
        </p>
      )}
      <Groupings view={view} />
    </Section>
  );
}
