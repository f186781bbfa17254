import type { Position } from '../../../shared/model/place.ts';
import { getTravelTimes } from '../../../shared/protocol/endpoints/travel-times.ts';
import { notFound } from '../../platform/errors.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { travelIn } from '../../store/travel-in.ts';
import { staffRoute, type Route } from '../route.ts';

export const travelTimeRoutes: readonly Route[] = [
  staffRoute(getTravelTimes, async ({ deps: { table, travel }, tenantId, params, query, now }) => {
    const territory = await table.get(territoryEntity, tenantId, { id: params.territoryId });
    if (!territory) throw notFound('territory');
    const places = query.places.split(';').map(positionOf);
    const departAt = Date.parse(query.departAt ?? now);
    const model = await travelIn({ table, travel, tenantId, territory, places, departAt });
    const { seconds, metres } = model.matrix(places, departAt);
    return { travelSource: model.source, seconds: [...seconds], metres: [...metres] };
  }),
];

const positionOf = (text: string): Position => {
  const [longitude = 0, latitude = 0] = text.split(',').map(Number);
  return [longitude, latitude];
};
