/** For how long a sign-in, or what was asked for again, says who sits at the screen. */
export const PROOF_MINUTES = 10;

/**
 * Writes for which whoever is signed in shows again who they are, by their names in lib/data, and
 * why. Removing one's own second step is none of them: its form takes a code itself.
 */
export const NEEDS_PROOF = {
  setRoles: 'roles',
  reactivatePerson: 'roles',
  invitePerson: 'roles',
  inviteKnown: 'roles',
  changePerson: 'the address somebody gets in by',
  makeLinkAgain: 'a link that opens somebody’s account',
  unlinkSingleSignOn: 'how somebody gets in',
  resetSecondStep: 'a second step',
  setAccessRules: 'who needs a second step',
  setSecondStepRule: 'who needs a second step',
  erasePerson: 'an erasure',
  requestRedaction: 'a redaction',
  agreeRedaction: 'a redaction',
} as const satisfies Record<string, string>;

/** Whether a write may go ahead. @param provedAt when whoever is signed in last showed who they are */
export function isProved(provedAt: Date | undefined, now: Date): boolean {
  return provedAt !== undefined && now.getTime() - provedAt.getTime() < PROOF_MINUTES * 60_000;
}
