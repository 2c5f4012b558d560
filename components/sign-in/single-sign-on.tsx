import { buttonLook } from '@/components/ui/button-look';
import { ButtonRow } from '@/components/ui/button-row';
import type { WaysIn } from '@/lib/domain/single-sign-on';

interface SingleSignOnProps {
  providers: WaysIn['others'];
  /** Where they were going. */
  to?: string | undefined;
  /** Whether there is another way in. */
  only: boolean;
  /** Whoever is signed in shows again who they are. */
  proving?: boolean;
}

/** A way to each provider. They lead to another site, which the router knows nothing of. */
export function SingleSignOn({ providers, to, only, proving = false }: SingleSignOnProps) {
  const query = new URLSearchParams({ ...(to && { to }), ...(proving && { prove: 'yes' }) });
  return (
    <ButtonRow>
      {providers.map(({ provider, name }) => (
        <a
          key={provider}
          className={buttonLook(only ? 'primary' : 'secondary')}
          href={`/api/auth/sign-in/${provider}${query.size > 0 ? `?${query}` : ''}`}
        >
          {`${proving ? 'Confirm' : 'Sign in'} with ${name}`}
        </a>
      ))}
    </ButtonRow>
  );
}
