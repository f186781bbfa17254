import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import { dayOf } from '../../shared/geo/zoned-time.ts';
import type { Device, TrackerApp } from '../../shared/model/device.ts';
import { Refusal } from '../platform/errors.ts';
import { readSecretToken } from '../platform/secret-token.ts';
import { deviceEntity } from '../store/entities/device.ts';
import { beginWork, type WorkContext } from '../store/unit-of-work.ts';
import { appointmentsOfDay } from './present-appointment.ts';
import { rateLimit } from './rate-limit.ts';
import type { TakeFixes } from './take-fixes.ts';
import { jobSites } from './trackers/job-sites.ts';
import { readOsmand } from './trackers/read-osmand.ts';
import { readOwntracks } from './trackers/read-owntracks.ts';
import { readTraccar } from './trackers/read-traccar.ts';
import type { TrackerReader } from './trackers/tracker-message.ts';
import { whosePositions } from './whose-positions.ts';

const readers: Readonly<Record<TrackerApp, TrackerReader>> = {
  traccar: readTraccar,
  osmand: readOsmand,
  owntracks: readOwntracks,
};

export interface TrackerDeps extends Omit<WorkContext, 'tenantId' | 'now' | 'once'> {
  readonly takeFixes: TakeFixes;
}
/** Takes what a tracker app sends and gives the answer's body. Only a wrong secret and haste are refused: an app sends again for ever what is. */
export type TakeTracker = (app: TrackerApp, event: APIGatewayProxyEventV2, now: string) => Promise<unknown>;

/** A device that comes back sends what it kept, one by one; a guesser is slower than one that knows. */
const deviceRate = { perSecond: 5, burst: 300 };
const guesserRate = { perSecond: 0.2, burst: 20 };

export const trackerTaker = (deps: TrackerDeps): TakeTracker => {
  const mayDevice = rateLimit(deviceRate);
  const mayGuess = rateLimit(guesserRate);
  return async (app, event, now) => {
    const { secret, fixes } = readers[app](event);
    const found = secret === undefined ? undefined : readSecretToken(secret);
    const device =
      found && (await deps.table.get(deviceEntity, found.tenantId, { secretHash: found.hash }, 'eventually'));
    if (!found || !device || device.revokedAt !== undefined || device.app !== app) {
      const mayTry = mayGuess(event.requestContext.http.sourceIp, Date.parse(now));
      throw new Refusal(mayTry ? 'unauthenticated' : 'too-many');
    }
    if (!mayDevice(found.hash, Date.parse(now))) throw new Refusal('too-many');
    const { tenantId } = found;
    const batch = { tenantId, technicianId: device.technicianId, device: device.id, fixes, now };
    if (fixes.length > 0) await unlessRefused(() => deps.takeFixes(batch));
    const commands = isDue(device, now) ? await look(deps, tenantId, device, now) : [];
    return app === 'owntracks' ? commands : {};
  };
};

/** A technician who works here no more is no reason for his phone to send the same for ever. */
const unlessRefused = async <Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

/** Looked after every few minutes, not with each fix. */
const lookedAfterSeconds = 300;

const isDue = ({ lastSeenAt }: Device, now: string): boolean =>
  lastSeenAt === undefined || secondsBetween(lastSeenAt, now) >= lookedAfterSeconds;

/** Notes that it was seen, and gives the job sites where they changed since it was given them. */
const look = async (deps: TrackerDeps, tenantId: string, device: Device, now: string) => {
  const wantsSites = device.app === 'owntracks';
  const sites = wantsSites ? await unlessRefused(() => sitesOf(deps, tenantId, device, now)) : undefined;
  const changed = sites !== undefined && sites.contentHash !== device.waypointsHash;
  const work = beginWork({ ...deps, tenantId, now });
  work.update(deviceEntity, device, { ...device, lastSeenAt: now, ...(sites && { waypointsHash: sites.contentHash }) });
  // Where another request was faster, that one gives the commands.
  return (await work.commit()).ok && changed ? sites.commands : [];
};

const sitesOf = async ({ table }: TrackerDeps, tenantId: string, { technicianId }: Device, now: string) => {
  const { home, technician } = await whosePositions(table, tenantId, technicianId);
  return jobSites(await appointmentsOfDay(table, tenantId, technician.id, dayOf(now, home.timeZone)));
};
