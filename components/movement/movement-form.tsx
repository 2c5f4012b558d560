import { asAtMeeting } from '@/lib/domain/as-at';
import type { AsAtChoices } from '@/lib/domain/as-at-view';
import { formatDate, isPlainDate } from '@/lib/domain/dates';
import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { FLAG_NAMES, FLAGS, MOVEMENT_NAMES, MOVEMENTS } from '@/lib/domain/movement';
import type { MovementQuery } from '@/lib/domain/movement-view';
import { Button } from '../ui/button';
import { Chevron } from '../ui/icons';
import { TextLink } from '../ui/text-link';

const BOX = 'min-h-11 rounded-sm border-2 border-edge bg-surface px-3 text-ink';

interface MovementFormProps {
  path: string;
  /** Whether the page is of a meeting that was held: its end, then, is where it ends. */
  held: boolean;
  choices: AsAtChoices;
  asked: { from: string; to: string };
  query: MovementQuery;
  open: boolean;
}

/** What to compare and what to list: one plain GET form. */
export function MovementForm({ path, held, choices, asked, query, open }: MovementFormProps) {
  const filtered = query.kind.length + query.movement.length + query.flag.length;
  return (
    <form key={JSON.stringify([asked, query])} method="get" action={path} className="print:hidden">
      <details open={open} className="group/panel">
        <summary className="inline-flex min-h-11 list-none items-center gap-2 font-semibold text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:text-accent-strong [&::-webkit-details-marker]:hidden">
          <Chevron className="group-open/panel:rotate-90" />
          {filtered > 0 ? `Dates and filters, ${filtered} on` : 'Dates and filters'}
        </summary>
        <div className="mt-2 space-y-5 rounded-lg border border-line bg-surface p-4">
          <div className="flex flex-wrap gap-x-12 gap-y-5">
            <End
              name="from"
              label="From"
              usual="The meeting before"
              asked={asked.from}
              choices={choices}
            />
            <End
              name="to"
              label="To"
              usual={held ? 'This meeting' : 'Now'}
              asked={asked.to}
              choices={choices}
            />
          </div>
          <div className="flex flex-wrap gap-x-12 gap-y-5">
            <Boxes
              name="kind"
              legend="Kind"
              options={ITEM_KINDS.map((value) => [value, KIND_NAMES[value].many])}
              chosen={query.kind}
            />
            <Boxes
              name="movement"
              legend="Movement"
              options={MOVEMENTS.map((value) => [value, MOVEMENT_NAMES[value]])}
              chosen={query.movement}
            />
            <Boxes
              name="flag"
              legend="What else happened"
              options={FLAGS.map((value) => [value, FLAG_NAMES[value]])}
              chosen={query.flag}
            />
          </div>
          <div className="flex flex-wrap items-center gap-4">
            <Button variant="secondary">Show</Button>
            <TextLink href={path}>Start again</TextLink>
          </div>
        </div>
      </details>
    </form>
  );
}

function End({
  name,
  label,
  usual,
  asked,
  choices,
}: {
  name: 'from' | 'to';
  label: string;
  /** What it is when nobody chooses. */
  usual: string;
  asked: string;
  choices: AsAtChoices;
}) {
  const { start, today, meetings } = choices;
  return (
    <fieldset className="space-y-2">
      <legend className="font-semibold">{label}</legend>
      <div className="space-y-1">
        <label htmlFor={name} className="block text-sm">
          The end of a meeting’s day
        </label>
        <select id={name} name={name} defaultValue={asked} className={BOX}>
          <option value="">{usual}</option>
          {meetings.map(({ slug, date }) => (
            <option key={slug} value={asAtMeeting(slug)}>
              {formatDate(date)}
            </option>
          ))}
        </select>
      </div>
      <div className="space-y-1">
        <label htmlFor={`${name}-day`} className="block text-sm">
          Or the end of a day, instead of the meeting
        </label>
        <input
          id={`${name}-day`}
          name={`${name}-day`}
          type="date"
          min={start ?? undefined}
          max={today}
          defaultValue={isPlainDate(asked) ? asked : ''}
          className={BOX}
        />
      </div>
    </fieldset>
  );
}

function Boxes({
  name,
  legend,
  options,
  chosen,
}: {
  name: string;
  legend: string;
  options: ReadonlyArray<readonly [string, string]>;
  chosen: readonly string[];
}) {
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value} className="flex min-h-8 items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            className="size-5 flex-none accent-accent"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
