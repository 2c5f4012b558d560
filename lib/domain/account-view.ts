import type { Role } from './permissions';
import type { SessionRow } from './session';

/** Somebody's own account. Instants are ISO text. */
export interface AccountView {
  id: string;
  name: string;
  position: string;
  organisation: string | null;
  email: string | null;
  roles: readonly Role[];
  hasPassword: boolean;
  secondStep: {
    /** Null when there is none. */
    since: string | null;
    codesLeft: number;
    /** From when on their role needs it; null where it does not. */
    neededFrom: string | null;
  };
  /** Accounts of single sign-on that are theirs. */
  identities: ReadonlyArray<{ id: string; issuer: string; linkedAt: string; lastUsedAt: string }>;
  sessions: readonly SessionRow[];
}
