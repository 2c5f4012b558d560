import type { ReactNode } from 'react';
import { type ButtonVariant, buttonLook } from './button-look';
import { Link } from './link';
import { VisuallyHidden } from './visually-hidden';

interface ButtonProps {
  children: ReactNode;
  variant?: ButtonVariant;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  onClick?: () => void;
  formAction?: string | ((form: FormData) => void | Promise<void>);
}

/** A button of a form. One primary button a page; the way out is quiet. */
export function Button({ variant = 'primary', type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={buttonLook(variant)} data-button="" {...rest} />;
}

interface LinkButtonProps {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  /** For those who hear it alone: "to R8". */
  context?: string;
  /** For a file: the browser fetches it, the router does not. */
  download?: boolean;
}

/** A link that starts something, drawn as a button. */
export function LinkButton({
  href,
  children,
  variant = 'primary',
  context,
  download,
}: LinkButtonProps) {
  const content = (
    <>
      {children}
      {context && <VisuallyHidden> {context}</VisuallyHidden>}
    </>
  );
  const className = buttonLook(variant);
  if (download || !href.startsWith('/')) {
    return (
      <a href={href} className={className} data-button="">
        {content}
      </a>
    );
  }
  return (
    <Link href={href} className={className} data-button="">
      {content}
    </Link>
  );
}
