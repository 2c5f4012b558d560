import type { AddressedBody } from '@/lib/domain/view';

/** The bodies a text is addressed to, in what capacity, and what has become of them since. */
export function AddressedTo({ bodies }: { bodies: readonly AddressedBody[] }) {
  return (
    <ul className="space-y-1.5">
      {bodies.map(({ name, capacity, nowCalled }) => (
        <li key={name}>
          {name}
          {capacity && <span className="text-muted"> ({capacity})</span>}
          {nowCalled && <span className="block text-sm text-muted">Since then: {nowCalled}</span>}
        </li>
      ))}
    </ul>
  );
}
