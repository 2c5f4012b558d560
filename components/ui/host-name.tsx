import { hostOf } from '@/lib/domain/web-address';

/** Beside a link that somebody typed: where it leads, in full, and what is odd about that. */
export function HostName({ url }: { url: string }) {
  const host = hostOf(url);
  return (
    <span className="text-sm font-normal wrap-anywhere text-muted">
      {host ? host.name : url}
      {host?.odd && <strong className="text-ink"> (look twice: {host.odd})</strong>}
    </span>
  );
}
