import type { ReactNode } from 'react';
import { Chevron } from './icons';

export interface FilterChoice {
  value: string;
  label: string;
  /** How many rows it would leave. */
  count: number;
  selected: boolean;
  /** A shape before the label. */
  mark?: ReactNode;
}

export interface FilterGroupProps {
  name: string;
  legend: string;
  options: readonly FilterChoice[];
  /** Open at first; a group with something chosen always is. */
  open?: boolean;
}

/** One thing a register can be narrowed by: boxes to tick, with counts. */
export function FilterGroup({ name, legend, options, open }: FilterGroupProps) {
  const selected = options.filter((option) => option.selected).length;
  return (
    <details open={open || selected > 0} className="group border-t border-line">
      <summary className="flex min-h-11 list-none items-center gap-2 px-4 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <Chevron className="text-muted group-open:rotate-90" />
        {legend}
        {selected > 0 && (
          <span className="ml-auto text-sm font-normal text-muted">{selected} selected</span>
        )}
      </summary>
      <fieldset className="px-4 pb-3">
        <legend className="sr-only">{legend}</legend>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-8 items-start gap-2.5 rounded-sm py-1 text-sm hover:bg-sunken"
          >
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={option.selected}
              className="mt-px size-5 flex-none accent-accent"
            />
            {option.mark && <span className="mt-1 flex">{option.mark}</span>}
            <span className="min-w-0 flex-1">{option.label}</span>
            <span className="pl-2 text-muted tabular-nums">
              <span className="sr-only">, </span>
              {option.count.toLocaleString('en-GB')}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
