import type { Page } from 'playwright-core';

/** Counting begins when the hand has set the focus where it is to stay. */
const countThefts = `
  window.liveBench = { thefts: 0 };
  for (const moved of ['scroll', 'focusin']) document.addEventListener(moved, () => (window.liveBench.thefts += 1), true);
`;

/** Resolves when the block stands or is gone: the frame in which it is painted has begun, and the one after comes when that is done. */
const watchFor = (id: string, stands: boolean): string => `new Promise((resolve) => {
  const selector = '[role=gridcell][data-id="${id}"]:not([data-waiting])';
  const look = () => {
    if ((document.querySelector(selector) !== null) !== ${stands}) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  look();
})`;

/** Tells when a page has painted that an appointment's block stands on its board, or no longer does; and how often focus or scroll moved. */
export const shownIn = async (page: Page) => {
  await page.evaluate(countThefts);
  return {
    next: (id: string, stands: boolean): Promise<number> => page.evaluate<number>(watchFor(id, stands)),
    thefts: (): Promise<number> => page.evaluate<number>('window.liveBench.thefts'),
  };
};
