import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { keepMoment } from '../as-at/shown-moment';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'prefetch'> & {
  href: string;
  /** Leads to the present, also from a page that shows an earlier day. */
  present?: boolean;
};

/**
 * A way to another page of ours. Pages are not fetched ahead: a register has a hundred links, and
 * each page behind them is a query.
 */
export function Link({ href, present, ...rest }: LinkProps) {
  return <NextLink href={present ? href : keepMoment(href)} prefetch={false} {...rest} />;
}
