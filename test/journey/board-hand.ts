import type { Locator, Page } from 'playwright-core';

/** A dispatcher's hand on the time board of a console. */
export const boardHand = (page: Page, timeZone: string) => {
  const board = page.getByRole('region', { name: 'Time board' });
  const row = (technician: string) => board.getByRole('row', { name: technician, exact: true });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

  /** Every hour that the board writes, by its place: it writes fewer where there is less room. */
  const writtenHours = async () => {
    const written = await board.getByText(/^\d\d:00$/).all();
    const hours = await Promise.all(
      written.map(async (one) => ({
        hour: Number((await one.innerText()).slice(0, 2)),
        x: (await one.boundingBox())?.x,
      })),
    );
    return hours.flatMap(({ hour, x }) => (x === undefined ? [] : [{ hour, x }])).sort((a, b) => a.hour - b.hour);
  };

  /** Where on the screen an instant stands in a row; read off the hours that the board writes. */
  const pointAt = async (technician: string, at: string) => {
    const [hour = '', minute = ''] = clock.format(new Date(at)).split(':');
    const hours = await writtenHours();
    const [first, second] = hours;
    const box = await row(technician).boundingBox();
    if (!first || !second || !box) throw new Error(`${technician} at ${hour}:${minute} is not on the screen`);
    const widthOfHour = (second.x - first.x) / (second.hour - first.hour);
    return { x: first.x + widthOfHour * (Number(hour) + Number(minute) / 60 - first.hour), y: box.y + box.height / 2 };
  };

  return {
    board,
    row,
    block: (technician: string, appointmentId: string) => row(technician).locator(`[data-id="${appointmentId}"]`),
    unassigned: board.getByText('at their due time').or(board.getByText('drop here to put back')),
    /** Carries something to an instant in a row and holds it there. */
    async carry(thing: Locator, technician: string, at: string) {
      await row(technician).scrollIntoViewIfNeeded();
      const from = await thing.boundingBox();
      if (!from) throw new Error('what is to be carried is not on the screen');
      await page.mouse.move(from.x + 3, from.y + 10);
      await page.mouse.down();
      const to = await pointAt(technician, at);
      await page.mouse.move(to.x + 3, to.y, { steps: 4 });
    },
    /** Carries something onto something else and holds it there. */
    async carryOnto(thing: Locator, target: Locator) {
      const [from, to] = await Promise.all([thing.boundingBox(), target.boundingBox()]);
      if (!from || !to) throw new Error('what is to be carried, or its aim, is not on the screen');
      await page.mouse.move(from.x + 3, from.y + 10);
      await page.mouse.down();
      await page.mouse.move(to.x + 4, to.y + 4, { steps: 4 });
    },
    drop: () => page.mouse.up(),
    /** What is said about the drop before it happens. */
    verdict: (technician: string) => row(technician).getByRole('status'),
  };
};
