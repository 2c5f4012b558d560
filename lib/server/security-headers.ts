/** What an answer is, as far as its headers go. */
interface Answer {
  nonce: string;
  /** A file: saved, never shown. */
  download: boolean;
  /** The app's own address, as APP_URL has it. */
  appUrl: string;
  developing: boolean;
}

/** Should a browser show a file all the same, nothing in it runs. */
const DOWNLOAD_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Only scripts and styles of this answer's own nonce run. Development needs more to reload. */
function pagePolicy({ nonce, developing }: Answer): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // The chart of a paper is an image within its page.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The headers that every answer carries, whatever it is.
 * @returns by name; Strict-Transport-Security only where the app is reached by https
 */
export function securityHeaders(answer: Answer): Record<string, string> {
  return {
    'Content-Security-Policy': answer.download ? DOWNLOAD_POLICY : pagePolicy(answer),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    // For browsers that do not know frame-ancestors.
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(answer.appUrl.startsWith('https:') && {
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    }),
  };
}
