import { territorySchema, type Territory } from '../../shared/model/territory.ts';
import { aRecord, anId } from './an-id.ts';
import type { Polygon, Position } from '../../shared/model/place.ts';

export const boston: Position = [-71.06, 42.36];

/** A square of degrees around a middle. */
export const aSquare = ([longitude, latitude]: Position, halfDegrees = 0.05): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [longitude - halfDegrees, latitude - halfDegrees],
      [longitude + halfDegrees, latitude - halfDegrees],
      [longitude + halfDegrees, latitude + halfDegrees],
      [longitude - halfDegrees, latitude + halfDegrees],
      [longitude - halfDegrees, latitude - halfDegrees],
    ],
  ],
});

/** The territory that every other builder's default belongs to. */
export const homeTerritoryId = anId('territory');

/** A square of about 8 by 11 km in Boston. */
export const aTerritory = (changes: Partial<Territory> = {}): Territory =>
  territorySchema.parse({
    ...aRecord('territory'),
    id: homeTerritoryId,
    name: 'Boston Central',
    area: aSquare(boston),
    timeZone: 'America/New_York',
    operatingHours: [{ weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '19:00' }],
    ...changes,
  });
