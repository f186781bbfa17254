import * as z from 'zod/mini';
import { answerOf, patience, type RoutingService } from './routing-service.ts';

const numbers = z.array(z.array(z.nullable(z.number())));
const tableAnswer = z.object({ code: z.literal('Ok'), durations: numbers, distances: numbers });

/** OSRM's table service (http://project-osrm.org/docs/v5.24.0/api/#table-service). It knows no time of day. */
export const osrm = (url: string, request: typeof fetch = fetch): RoutingService => ({
  // `osrm-routed --max-table-size` is 100 places in all unless told otherwise.
  mostSources: 50,
  mostTargets: 50,
  async table(from, to) {
    const list = [...from, ...to].map(([longitude, latitude]) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`);
    const sources = from.map((_, index) => index).join(';');
    const destinations = to.map((_, index) => from.length + index).join(';');
    const query = `annotations=duration,distance&sources=${sources}&destinations=${destinations}`;
    const answer = await request(`${url}/table/v1/driving/${list.join(';')}?${query}`, { signal: patience() });
    const { durations, distances } = tableAnswer.parse(await answerOf('OSRM', answer));
    return durations.map((row, i) =>
      row.map((seconds, j) => {
        const metres = distances[i]?.[j];
        return typeof seconds === 'number' && typeof metres === 'number' ? { seconds, metres } : undefined;
      }),
    );
  },
});
