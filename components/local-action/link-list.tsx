import { Choice, type ChoiceOption } from '@/components/forms/choice';
import { Fieldset } from '@/components/forms/fieldset';
import { Details } from '@/components/ui/details';

/**
 * One list out of several that are sent under one name, so it has ids of its own. It is too long
 * to lay open; one with something chosen, or something wrong, is.
 */
export function LinkList({
  id,
  name,
  label,
  options,
  chosen,
  error,
}: {
  id: string;
  name: string;
  label: string;
  options: readonly ChoiceOption[];
  chosen: readonly string[];
  error?: readonly string[];
}) {
  if (options.length === 0) return null;
  const count = options.filter(({ value }) => chosen.includes(value)).length;
  return (
    <Details
      summary={count > 0 ? `${label} (${count} chosen)` : label}
      open={count > 0 || Boolean(error)}
    >
      <Fieldset name={id} label={label} error={error}>
        <div className="max-w-measure space-y-2">
          {options.map((option, index) => (
            <Choice
              key={option.value}
              type="checkbox"
              // The summary of errors leads to the first one.
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              option={option}
              defaultChecked={chosen.includes(option.value)}
              invalid={Boolean(error)}
            />
          ))}
        </div>
      </Fieldset>
    </Details>
  );
}
