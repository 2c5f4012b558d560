import { createHash, hkdfSync } from 'node:crypto';

/**
 * What Next names the actions of a build with, beside their file and their own name. The same in
 * every build, whoever makes it and wherever, so that a form opened before a deploy can be sent
 * after it, and one build serves databases with different secrets. It is no secret and protects
 * nothing: whoever may see a form is told the name of its action, and every action asks for itself
 * who calls it.
 */
export const ACTION_NAMES_KEY = createHash('sha256')
  .update('board tracker: the names of actions')
  .digest('base64');

/**
 * What the running app seals values with that an action is given by its page and a browser carries
 * in between: the same in every build that one installation runs.
 */
export function actionSealingKey(authSecret: string): string {
  return Buffer.from(hkdfSync('sha256', authSecret, '', 'what actions carry', 32)).toString(
    'base64',
  );
}
