import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

// Each page is drawn for its request: the nonce of its scripts is never used twice.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Board tracker', template: '%s – Board tracker' },
  icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
