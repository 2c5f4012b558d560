import { ROLE_NAMES, type Role } from '@/lib/domain/permissions';

/** Who one can be on the demo board. The password stands where it was started, never here. */
export function DemoAccounts({
  accounts,
}: {
  accounts: ReadonlyArray<{ email: string; roles: readonly Role[] }>;
}) {
  if (accounts.length === 0) return null;
  return (
    <section aria-labelledby="demo-accounts" className="space-y-3 text-sm text-muted">
      <h2 id="demo-accounts" className="text-base">
        Demo accounts
      </h2>
      <ul className="space-y-1">
        {accounts.map(({ email, roles }) => (
          <li key={email} className="wrap-anywhere">
            <span className="font-semibold text-ink">{email}</span>{' '}
            {roles.map((role) => ROLE_NAMES[role]).join(', ')}
          </li>
        ))}
      </ul>
      <p>Their password is printed where the board tracker was started.</p>
    </section>
  );
}
