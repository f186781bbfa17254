import { afterAll, beforeAll, expect, it } from 'vitest';
import { desk, gatherPeople, type People } from './people.ts';

let people: People;
beforeAll(async () => {
  people = await gatherPeople();
});
afterAll(() => people.leave());

it('an address is offered while it is typed into a new request, and taken by keys', async () => {
  const office = await people.signIn('/dispatch/', 'Abel Moreno', desk);
  await office.getByRole('button', { name: 'New request' }).click();
  const field = office.getByRole('combobox', { name: 'Address' });
  await field.pressSequentially('Newbury');
  const offered = office.getByRole('listbox').getByRole('option').first();
  await offered.getByText('Newbury St').waitFor();
  const written = (await offered.innerText()).split('\n')[0];
  await field.press('ArrowDown');
  await field.press('Enter');
  expect(await field.inputValue()).toBe(written);
  expect(people.complaints).toEqual([]);
});
