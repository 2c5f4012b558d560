import { KIND_NAMES } from '@/lib/domain/item';
import { registerAddress } from '@/lib/domain/register';
import { exportAddress } from '@/lib/domain/register-export';
import type { RegisterView } from '@/lib/domain/view';
import { keepMoment } from '../as-at/shown-moment';
import { TextLink } from '../ui/text-link';

/** The register as a file: every row that the page lists, over all its pages, in its order. */
export function RegisterDownloads({ view: { kind, query, total } }: { view: RegisterView }) {
  const address = registerAddress(KIND_NAMES[kind].path, { ...query, page: 1 });
  const href = (format: 'xlsx' | 'csv') => keepMoment(exportAddress(address, kind, format));
  const rows = total === 1 ? 'this row' : `these ${total} rows`;
  return (
    <p className="print:hidden">
      Download {rows} as{' '}
      <TextLink href={href('xlsx')} download>
        Excel
      </TextLink>{' '}
      or{' '}
      <TextLink href={href('csv')} download>
        CSV
      </TextLink>
    </p>
  );
}
