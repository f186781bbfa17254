import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importNetwork } from '../../infra/local/roads/import-network.ts';
import { roadsFolder } from '../../infra/local/roads/local-travel.ts';
import { profileOf } from '../../infra/local/roads/profiles/profile-of.ts';
import { storeNetwork } from '../../infra/local/roads/road-store.ts';
import { writeNetwork } from '../../shared/geo/road/network-file.ts';
import type { Position } from '../../shared/model/place.ts';
import { aSquare } from '../builders/a-territory.ts';
import { askAs } from './ask-as.ts';
import { oneMachine } from './hosts.ts';
import { lookInBoth } from './look-in-both.ts';
import { desk, gatherPeople, type People } from './people.ts';

// A territory with a road network of its own: made through the API, planned and looked at in the console.

const nineInSanFrancisco = '2026-05-12T16:00:00.000Z';
const file = resolve('../shared/data/roads/sf-downtown.osm.pbf');
const unionSquare: Position = [-122.4075, 37.788];
const at = (east: number, north: number) => ({
  location: [unionSquare[0] + east * 0.004, unionSquare[1] + north * 0.003] satisfies Position,
  addressText: `Door ${east} ${north}`,
});
const doors = [at(1, 1), at(-1, 1), at(1, -1), at(-1, -1), at(0, 1), at(2, 0), at(-2, 0), at(0, -2), at(2, 2)];

describe.skipIf(!existsSync(file))(
  'San Francisco by its own roads (skipped where ../shared/data/roads is absent)',
  () => {
    let people: People;
    let console_: Page;
    let territoryId: string;

    beforeAll(async () => {
      people = await gatherPeople(oneMachine, nineInSanFrancisco);
      const order = {
        file,
        profile: profileOf('car', false),
        name: 'sf',
        extract: 'sf',
        now: '2026-05-12T00:00:00.000Z',
      };
      const { network } = importNetwork({ ...order, tell: () => undefined });
      await storeNetwork(writeNetwork(network), 'sf', roadsFolder(people.folder));
      territoryId = await foundTerritory(people);
      console_ = await people.signIn('/dispatch/', 'Dora Lindgren', { ...desk, reducedMotion: 'reduce' });
      await console_.goto(`${people.fieldline.url}/dispatch/?territory=${territoryId}`);
      await console_.locator('canvas').first().waitFor();
    }, 60_000);
    afterAll(() => people?.leave());

    it('is planned by roads, and the review says so', async () => {
      await console_.getByRole('button', { name: /^Plan the day/ }).click();
      const review = console_.getByRole('article', { name: 'Review of the plan' });
      await review.getByRole('button', { name: /^Accept/ }).waitFor({ timeout: 30_000 });
      await review
        .getByText(/road network/i)
        .first()
        .waitFor();
      expect(await lookInBoth(console_, { name: 'console-roads-plan', narrowest: 1024 })).toEqual([]);
      // What stands beside the map and the board must not push them out of the window.
      expect(await console_.evaluate(() => document.documentElement.scrollWidth)).toBe(desk.viewport.width);
      await review.getByRole('button', { name: /^Accept/ }).click();
      await console_.getByText(`${doors.length} appointments placed`).waitFor();
      expect(people.complaints).toEqual([]);
    });

    it('shows how far its technicians come in time', async () => {
      const { body } = await askAs(people.fieldline, 'dispatcher')(`/territories/${territoryId}/reach?seconds=300`);
      expect(body.travelSource).toBe('road-network');
      await lookInBoth(console_, { name: 'console-roads-base', narrowest: 1024 });
      await console_.getByRole('button', { name: 'Reach in time' }).click();
      await console_.getByText('By the road network', { exact: true }).waitFor();
      expect(await lookInBoth(console_, { name: 'console-reach', narrowest: 1024 })).toEqual([]);
    });
  },
);

/** A territory around Union Square with two technicians of the demonstration's kind and work at nine doors. */
const foundTerritory = async ({ fieldline }: People): Promise<string> => {
  const administrator = askAs(fieldline, 'administrator');
  const dispatcher = askAs(fieldline, 'dispatcher');
  const made = await administrator('/territories', {
    name: 'San Francisco',
    area: aSquare(unionSquare, 0.02),
    timeZone: 'America/Los_Angeles',
    operatingHours: [{ weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '19:00' }],
    roadNetwork: 'sf',
  });
  expect(made.status).toBe(201);
  const territoryId: string = made.body.id;
  const [workType] = (await dispatcher('/work-types')).body.items;
  const skills = workType.skillRequirements.map((skill: object) => ({ ...skill }));
  for (const [index, name] of ['June Ito', 'Max Rey'].entries()) {
    const technician = await administrator('/technicians', {
      name,
      phone: `+1415555010${index}`,
      email: `sf${index}@harbor.example`,
      language: 'en',
      employment: 'staff',
      territoryIds: [territoryId],
      skills,
      shifts: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
      startPlace: at(0, 0),
      vehicle: 'Van',
      active: true,
    });
    expect(technician.status).toBe(201);
  }
  for (const [index, place] of doors.entries()) {
    const contact = { name: `Customer ${index + 1}`, phone: `+1415555020${index}` };
    const told = { kind: 'fault', subject: `Lift ${index + 1} stands still`, contact, place, channel: 'phone' };
    const entered = await dispatcher('/service-requests', { ...told, workTypeId: workType.id });
    expect([entered.status, entered.body.appointmentId]).toEqual([201, expect.any(String)]);
  }
  return territoryId;
};
