import * as z from 'zod/mini';
import type { Position } from '../../../shared/model/place.ts';
import { answerOf, patience, type RoutingService } from './routing-service.ts';

const cell = z.object({ time: z.nullable(z.number()), distance: z.nullable(z.number()) });
const matrixAnswer = z.object({ sources_to_targets: z.array(z.array(cell)) });

const placeOf = ([lon, lat]: Position) => ({ lat, lon });

/** Valhalla's matrix service (https://valhalla.github.io/valhalla/api/matrix/api-reference): seconds, and kilometres as asked for. */
export const valhalla = (url: string, request: typeof fetch = fetch): RoutingService => ({
  // `max_matrix_location_pairs` of its configuration is 2,500.
  mostSources: 50,
  mostTargets: 50,
  async table(from, to, departAt) {
    const question = {
      sources: from.map(placeOf),
      targets: to.map(placeOf),
      costing: 'auto',
      units: 'kilometers',
      // Type 3 is an unchanged instant in UTC where the service has timezones; the minute is enough.
      date_time: { type: 3, value: new Date(departAt).toISOString().slice(0, 16) },
    };
    const answer = await request(`${url}/sources_to_targets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
      signal: patience(),
    });
    const { sources_to_targets: rows } = matrixAnswer.parse(await answerOf('Valhalla', answer));
    return rows.map((row) =>
      row.map(({ time, distance }) =>
        time === null || distance === null ? undefined : { seconds: time, metres: distance * 1000 },
      ),
    );
  },
});
