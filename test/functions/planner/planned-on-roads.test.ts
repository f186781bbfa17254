import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { importNetwork } from '../../../infra/local/roads/import-network.ts';
import { profileOf } from '../../../infra/local/roads/profiles/profile-of.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { roadTravel } from '../../../shared/geo/road/road-travel.ts';
import { sourceOf } from '../../../shared/geo/travel-source.ts';
import type { Position } from '../../../shared/model/place.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aSquare, aTerritory } from '../../builders/a-territory.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openPlannerWorld, workOff } from './planner-world.ts';

const file = resolve('../shared/data/roads/sf-downtown.osm.pbf');
const unionSquare: Position = [-122.4075, 37.788];
const placeAt = (east: number, north: number): Position => [
  unionSquare[0] + east * 0.004,
  unionSquare[1] + north * 0.003,
];

it.skipIf(!existsSync(file))(
  'a day is planned by the ways of San Francisco’s roads, there and back, and says so (skipped where ../shared/data/roads is absent)',
  { timeout: 60_000 },
  async () => {
    const now = '2026-05-12T12:00:00.000Z';
    const order = { file, profile: profileOf('car', false), name: 'sf', extract: 'sf', now, tell: () => undefined };
    const roads = roadTravel(importNetwork(order).network, estimatedTravel);
    const tenantId = anId('tenant');
    const world = await openPlannerWorld(tenantId);
    try {
      const territory = aTerritory({ area: aSquare(unionSquare), timeZone: 'America/Los_Angeles' });
      const startPlace = { location: unionSquare, addressText: 'Union Square' };
      const technician = aTechnician({ territoryIds: [territory.id], startPlace });
      const places = [placeAt(1, 1), placeAt(-1, 1), placeAt(1, -1), placeAt(-1, -1), placeAt(0, 1)];
      const appointments = places.map((location) =>
        anAppointment({ place: { location, addressText: 'Door' }, dueBy: '2026-05-15T21:00:00.000Z' }),
      );
      await world.keep(territoryEntity, tenantId, territory);
      await world.keep(technicianEntity, tenantId, technician);
      await world.keep(appointmentEntity, tenantId, ...appointments);
      const onRoads = { ...world, planner: { ...world.planner, travel: sourceOf(roads) } };
      const plan = await world.ask([territory.id], 1);
      await workOff(onRoads);
      expect(await world.planOf(plan)).toMatchObject({
        status: 'proposed',
        after: { scheduled: places.length, travelSource: 'road-network' },
      });
      const placeOf = new Map(appointments.map(({ id, place }) => [id, place.location]));
      const stops = (await world.stopsOf(plan)).sort((a, b) => a.plannedStartAt.localeCompare(b.plannedStartAt));
      const way = [unionSquare, ...stops.map(({ appointmentId }) => placeOf.get(appointmentId) ?? unionSquare)];
      expect(stops.map(({ travelSeconds, travelMetres }) => [travelSeconds, travelMetres])).toEqual(
        way.slice(1).map((place, i) => {
          const { seconds, metres } = roads.travel(way[i] ?? unionSquare, place);
          return [seconds, metres];
        }),
      );
    } finally {
      await world.close();
    }
  },
);
