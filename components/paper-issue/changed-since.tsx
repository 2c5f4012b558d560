import { itemPath } from '@/lib/domain/item';
import type { PaperModel } from '@/lib/domain/paper-model';
import { Details } from '../ui/details';
import { Inset } from '../ui/inset';
import { TextLink } from '../ui/text-link';

interface ChangedSinceProps {
  model: PaperModel;
  /** References that the register says something else of now. */
  changed: readonly string[];
}

/** Which lines of a paper have moved on in the register: the paper itself says what it said. */
export function ChangedSince({ model, changed }: ChangedSinceProps) {
  const printed = new Set(
    model.appendices.flatMap(({ parts }) =>
      parts.flatMap(({ rows }) => rows.map(({ reference }) => reference)),
    ),
  );
  const here = changed.filter((reference) => printed.has(reference));
  if (here.length === 0) return null;
  const [lines, are] =
    here.length === 1 ? ['1 line has', 'It is'] : [`${here.length} lines have`, 'They are'];
  return (
    <Inset>
      <p>
        <strong>{lines} changed in the register since this paper’s data cut-off.</strong> {are}{' '}
        marked “Changed since” below. The paper stays as it was issued.
      </p>
      <Details summary="Which">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {here.map((reference) => (
            <li key={reference}>
              <TextLink href={itemPath(reference)}>{reference}</TextLink>
            </li>
          ))}
        </ul>
      </Details>
    </Inset>
  );
}
