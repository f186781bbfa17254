import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { Credentials } from '../environment-credentials.ts';
import { answerOf, patience, type RoutingService } from './routing-service.ts';

const entry = z.object({ Distance: z.number(), Duration: z.number(), Error: z.optional(z.string()) });
const matrixAnswer = z.object({ RouteMatrix: z.array(z.array(entry)) });

export interface AmazonLocationAccess {
  readonly region: string;
  readonly credentials: () => Credentials;
  readonly clock: Clock;
}

/** Amazon Location's CalculateRouteMatrix, version 2 (docs.aws.amazon.com, geo-routes); each cell is billed. */
export const amazonLocation = (
  { region, credentials, clock }: AmazonLocationAccess,
  request: typeof fetch = fetch,
): RoutingService => {
  const signer = new SignatureV4({
    service: 'geo-routes',
    region,
    credentials: async () => credentials(),
    sha256: Sha256,
  });
  const host = `routes.geo.${region}.amazonaws.com`;
  return {
    // Without a boundary: 15 origins and 100 destinations.
    mostSources: 15,
    mostTargets: 100,
    async table(from, to, departAt) {
      const body = JSON.stringify({
        Origins: from.map((Position) => ({ Position })),
        Destinations: to.map((Position) => ({ Position })),
        DepartureTime: new Date(departAt).toISOString(),
        RoutingBoundary: { Unbounded: true },
        TravelMode: 'Car',
      });
      const path = '/v2/route-matrix';
      const headers = { host, 'content-type': 'application/json' };
      const unsigned = { method: 'POST', protocol: 'https:', hostname: host, path, query: {}, headers, body };
      const signed = await signer.sign(unsigned, { signingDate: clock() });
      const options = { method: 'POST', headers: signed.headers, body, signal: patience() };
      const answer = await request(`https://${host}${path}`, options);
      const { RouteMatrix: rows } = matrixAnswer.parse(await answerOf('Amazon Location', answer));
      return rows.map((row) =>
        row.map(({ Distance, Duration, Error: refused }) =>
          refused === undefined ? { seconds: Duration, metres: Distance } : undefined,
        ),
      );
    },
  };
};
