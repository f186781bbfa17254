import type { Position } from '../../shared/model/place.ts';

/** An address as a service knows it. */
export interface GeocodedPlace {
  readonly addressText: string;
  readonly location: Position;
  readonly quality: 'point' | 'street' | 'area';
}

/** A service that knows addresses beyond our own lists; a failure is an empty answer that is logged. */
export interface Geocoder {
  readonly attribution: string;
  search(text: string, near?: Position): Promise<GeocodedPlace[]>;
  reverse(position: Position): Promise<GeocodedPlace[]>;
}
