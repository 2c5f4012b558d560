/**
 * Something only whoever runs the app can put right. The message is one or more plain sentences,
 * and is all they are shown: no stack, no secret.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** The `code` of a Node or PostgreSQL error, such as ENOENT or 57P03. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
