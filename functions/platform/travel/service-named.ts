import { amazonLocation, type AmazonLocationAccess } from './amazon-location.ts';
import { osrm } from './osrm.ts';
import type { RoutingService } from './routing-service.ts';
import { valhalla } from './valhalla.ts';

/** The service that a setting names: `osrm URL`, `valhalla URL`, `amazon-location REGION`; undefined for `none`. */
export const serviceNamed = (
  setting: string,
  access: Pick<AmazonLocationAccess, 'credentials' | 'clock'>,
): RoutingService | undefined => {
  const [kind, where = ''] = setting.trim().split(/\s+/);
  if (kind === 'none') return undefined;
  if (kind === 'osrm' && URL.canParse(where)) return osrm(where.replace(/\/$/, ''));
  if (kind === 'valhalla' && URL.canParse(where)) return valhalla(where.replace(/\/$/, ''));
  if (kind === 'amazon-location' && /^[a-z-]+-\d$/.test(where)) return amazonLocation({ ...access, region: where });
  throw new Error(`'${setting}' names no routing service: osrm URL, valhalla URL, amazon-location REGION, or none`);
};
