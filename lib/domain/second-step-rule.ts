import type { Role } from './permissions';
import type { Provider } from './single-sign-on';

/** Who may change what others see, or who may sign in. */
const POWERS: readonly Role[] = ['administrator', 'officer'];

/** What the operator's installation asks for, whatever the board set. */
export interface SignInRules {
  /** The database is the operator's own, so that the board is a real one. */
  outsideDatabase: boolean;
  /** Providers of single sign-on that let nobody in without a second step, as the operator says. */
  providersWithSecondStep: readonly Provider[];
}

/** How long somebody may take to set one up. */
export const SECOND_STEP_DAYS = 7;

interface Holder {
  roles: readonly Role[];
  createdAt: Date;
  powersSince: Date | null;
}
interface BoardRules {
  secondStepRoles: readonly Role[];
  secondStepOutside: boolean;
}

const hasPowers = (roles: readonly Role[]) => roles.some((role) => POWERS.includes(role));

/** Since when somebody holds such a role, once they hold others. @returns null for who holds none */
export function powersSince(
  before: Pick<Holder, 'roles' | 'powersSince'> | null,
  roles: readonly Role[],
  now: Date,
): Date | null {
  if (!hasPowers(roles)) return null;
  return before && hasPowers(before.roles) ? before.powersSince : now;
}

/**
 * From when on somebody cannot sign in without a second step.
 * @returns null where no rule asks them for one; the beginning of time where it always does
 */
export function secondStepFrom(
  { roles, createdAt, powersSince: since }: Holder,
  { secondStepRoles, secondStepOutside }: BoardRules,
  rules: SignInRules | undefined,
): Date | null {
  if (roles.some((role) => secondStepRoles.includes(role))) return new Date(0);
  if (!rules?.outsideDatabase || !secondStepOutside || !hasPowers(roles)) return null;
  return new Date((since ?? createdAt).getTime() + SECOND_STEP_DAYS * 86_400_000);
}

/** Whether signing in leads to the second step now. */
export function needsSecondStep(
  holder: Holder,
  board: BoardRules,
  rules: SignInRules | undefined,
  now: Date,
): boolean {
  const from = secondStepFrom(holder, board, rules);
  return from !== null && from <= now;
}
