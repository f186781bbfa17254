import { departureOfDay } from '../../../shared/geo/departure-of-day.ts';
import type { TravelMatrix, TravelSourceKind } from '../../../shared/geo/travel-model.ts';
import type { Position } from '../../../shared/model/place.ts';
import { askTravelMatrix, getTravelTimes } from '../../../shared/protocol/endpoints/travel-times.ts';
import { notFound } from '../../platform/errors.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { travelIn } from '../../store/travel-in.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const travelTimeRoutes: readonly Route[] = [
  staffRoute(getTravelTimes, async (asked) => {
    const places = asked.query.places.split(';').map(positionOf);
    const departAt = Date.parse(asked.query.departAt ?? asked.now);
    const model = await travelOf(asked, places, () => departAt);
    return answerOf(model.source, model.matrix(places, departAt));
  }),
  // As a plan of the day asks: of no hour, since one table serves all of it.
  staffRoute(askTravelMatrix, async (asked) => {
    const { places, day } = asked.body;
    const model = await travelOf(asked, places, (timeZone) => departureOfDay(day, timeZone, asked.now));
    return answerOf(model.source, model.matrix(places));
  }),
];

type Asked = Pick<StaffAsked, 'deps' | 'tenantId'> & { readonly params: { readonly territoryId: string } };

const travelOf = async (
  { deps: { table, travel }, tenantId, params }: Asked,
  places: readonly Position[],
  departureIn: (timeZone: string) => number,
) => {
  const territory = await table.get(territoryEntity, tenantId, { id: params.territoryId });
  if (!territory) throw notFound('territory');
  return travelIn({ table, travel, tenantId, territory, places, departAt: departureIn(territory.timeZone) });
};

const answerOf = (travelSource: TravelSourceKind, { seconds, metres }: TravelMatrix) => ({
  travelSource,
  seconds: [...seconds],
  metres: [...metres],
});

const positionOf = (text: string): Position => {
  const [longitude = 0, latitude = 0] = text.split(',').map(Number);
  return [longitude, latitude];
};
