import { expect, type Page } from '@playwright/test';

/**
 * Expects a page to say what was done: before anything else in it, without scrolling, with the
 * focus, whatever the form was sent with.
 */
export async function expectDone(page: Page, title: string | RegExp): Promise<void> {
  const notice = page.getByRole('main').getByRole('group', { name: title });
  await expect(notice).toBeVisible();
  await expect(notice).toBeFocused();
  await expect(notice).toBeInViewport();
}
