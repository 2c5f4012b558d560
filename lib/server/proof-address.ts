import type { Problem } from '@/lib/domain/single-sign-on';

/** The page that asks whoever is signed in to show again who they are. @param to where it leads */
export function proofAddress(to: string, problem?: Problem): string {
  const query = new URLSearchParams({ to, ...(problem && { problem }) });
  return `/account/prove?${query}`;
}
