import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
/** Of Crockford's base 32: no letter that reads as a digit. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const RECOVERY_CODES = 10;

/** What an authenticator app is set up with (RFC 6238: SHA-1, six digits, 30 seconds). */
export interface Enrolment {
  /** In fours, to be typed: "ABCD EFGH …" */
  secret: string;
  /** otpauth://totp/… */
  address: string;
}

/** A new secret of 160 bits, in base 32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totp(secret: string, label = '', issuer = ''): TOTP {
  return new TOTP({ secret, label, issuer, period: PERIOD });
}

/** @param label the account, as the app shows it @param issuer the board */
export function enrolment(secret: string, label: string, issuer: string): Enrolment {
  return {
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? '',
    // A colon parts the issuer from the account: within either it would part the wrong things.
    address: totp(secret, label.replaceAll(':', ' '), issuer.replaceAll(':', ' ')).toString(),
  };
}

/** Six digits, however they were spaced. */
export function readCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/**
 * The 30-second step that a code belongs to: the present one, or the one before or after it, for
 * clocks that differ. A code of a step that was used, or one before, is not right again.
 * @param lastStep of the last code that was used
 */
export function stepOfCode(
  secret: string,
  code: string,
  now: Date,
  lastStep: number,
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta;
  return step > lastStep ? step : null;
}

/** Ten codes of some fifty-eight bits: "ABCD-EFGH-JKMN". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(64)]
      // Only bytes below a multiple of the alphabet: otherwise some letters would come more often.
      .filter((byte) => byte < LETTERS.length * Math.floor(256 / LETTERS.length))
      .slice(0, 12)
      .map((byte) => LETTERS[byte % LETTERS.length])
      .join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}
