import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps short texts so that whoever has the database alone cannot read them. */
export interface Sealer {
  seal(text: string): Uint8Array<ArrayBuffer>;
  /** @returns null for what was sealed with another secret, or tampered with */
  open(sealed: Uint8Array): string | null;
}

const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM with a key that is derived from a secret outside the database.
 * @param purpose what is sealed: the same secret gives another key for another purpose
 */
export function sealerOf(secret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
        decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
        const body = decipher.update(sealed.subarray(NONCE + TAG));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
