'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, useContext } from 'react';
import type { FormState } from '@/lib/domain/form-state';
import type { KeptForm } from '@/lib/domain/kept-form';

const Kept = createContext<readonly KeptForm[]>([]);

/** Hands what was typed before somebody had to sign in again to the form it was typed into. */
export function KeptFormProvider({
  kept,
  children,
}: {
  kept: readonly KeptForm[];
  children: ReactNode;
}) {
  return <Kept value={kept}>{children}</Kept>;
}

/**
 * What a form opens with when its words were kept, as if it had just come back.
 * @param name tells the forms of one page apart
 */
export function useKept(name: string): FormState | undefined {
  const all = useContext(Kept);
  const path = usePathname();
  const query = useSearchParams().toString();
  const here = query ? `${path}?${query}` : path;
  const kept = all.find((one) => one.values.formName === name && one.path === here);
  if (!kept) return undefined;
  return {
    attempt: 0,
    values: kept.values,
    errors: {
      '': [
        'You had to sign in again or show who you are first, so nothing was saved. What you typed is here: check it and send it again. A file must be chosen again.',
      ],
    },
  };
}
