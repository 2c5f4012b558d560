import type { ReactNode } from 'react';
import { TextLink } from '../ui/text-link';

export interface AccountProps {
  name: string;
  /** "Board member, Public-health officer" */
  roles: readonly string[];
  /** The reader's own page, if there is one. */
  href?: string;
  /** The form with the button that signs out. */
  signOut: ReactNode;
}

/** Who is signed in, as what, and the way out. */
export function Account({ name, roles, href, signOut }: AccountProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 lg:text-right">
      <div className="min-w-0">
        <p className="font-semibold">{href ? <TextLink href={href}>{name}</TextLink> : name}</p>
        <p className="text-sm text-muted">{roles.join(', ')}</p>
      </div>
      <div className="max-md:-ml-3 md:max-lg:ml-0 lg:-mr-3">{signOut}</div>
    </div>
  );
}
