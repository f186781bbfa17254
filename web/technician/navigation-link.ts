import type { Place } from '../../shared/model/place.ts';

/** The link that hands a place over to the device's navigation: Apple's maps, Android's choice of apps, a web map elsewhere. */
export const navigationLink = ({ location: [longitude, latitude], addressText }: Place, userAgent: string): string => {
  const point = `${latitude},${longitude}`;
  if (/iPhone|iPad|Macintosh/.test(userAgent)) return `https://maps.apple.com/?daddr=${point}&dirflg=d`;
  if (/Android/.test(userAgent)) return `geo:${point}?q=${point}(${encodeURIComponent(addressText)})`;
  return `https://www.openstreetmap.org/directions?to=${encodeURIComponent(point)}`;
};
