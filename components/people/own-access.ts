/** Said on the page of the reader's own account, to those who change that of others. */
export const OWN_ACCESS =
  'Nobody changes their own roles or organisation: another administrator does. Where there is no other, whoever operates this service does it with npm run create-admin.';
