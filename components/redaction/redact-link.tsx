import { TextLink } from '../ui/text-link';

/** The way to ask for a redaction, small, where somebody finds what should not be there. */
export function RedactLink({ href, context }: { href: string; context: string }) {
  return (
    <p className="text-sm print:hidden [&>a]:leading-6">
      <TextLink href={href} context={context}>
        Redact
      </TextLink>
    </p>
  );
}
