import { addDevice, listDevices, revokeDevice, type DeviceView } from '../../../shared/protocol/endpoints/devices.ts';
import type { Device } from '../../../shared/model/device.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { newSecret } from '../../platform/secret-token.ts';
import { deviceEntity } from '../../store/entities/device.ts';
import { devicesOf } from '../../store/questions/devices-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';
import { actorOf } from '../../api/actor-of.ts';
import { technicianOf } from '../../api/technician-of.ts';
import { trackerAddress, trackerSetup } from '../tracker-setup.ts';

/** Nobody carries more; a forgotten one is revoked first. */
const mostDevices = 10;

export const deviceRoutes: readonly Route[] = [
  staffRoute(listDevices, async (asked) => {
    await requireTechnician(asked, asked.params.technicianId);
    const devices = await devicesOf(asked.deps.table, asked.tenantId, asked.params.technicianId);
    return { items: devices.map(viewOf) };
  }),

  // Its secret is shown this once and kept nowhere: a repeat adds another device.
  staffRoute(
    addDevice,
    async (asked) => {
      const { deps, tenantId, caller, params, body } = asked;
      await requireTechnician(asked, params.technicianId);
      const open = (await devicesOf(deps.table, tenantId, params.technicianId)).filter(isOpen);
      if (open.length >= mostDevices) {
        throw new Refusal('too-many', { detail: `A technician has at most ${mostDevices} devices; revoke one first.` });
      }
      const { token, hash: secretHash } = newSecret(tenantId, deps.randomBytes);
      const work = asked.begin();
      const device = work.create(deviceEntity, {
        id: deps.newId('device'),
        technicianId: params.technicianId,
        ...body,
        addedBy: caller.name,
        secretHash,
      });
      work.record(params.technicianId, 'device.added', actorOf(caller), { app: body.app, name: body.name });
      return asked.settle(work, {
        device: viewOf(device),
        address: trackerAddress(body.app, deps.webOrigin),
        secret: token,
        setupText: trackerSetup(body.app, deps.webOrigin, token),
      });
    },
    { keepsAnswer: false },
  ),

  staffRoute(revokeDevice, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, caller, params, now } = asked;
      const devices = await devicesOf(deps.table, tenantId, params.technicianId);
      const found = devices.find(({ id }) => id === params.deviceId);
      if (!found) throw notFound('device');
      const work = asked.begin();
      if (isOpen(found)) {
        work.update(deviceEntity, found, { ...found, revokedAt: now });
        work.record(params.technicianId, 'device.revoked', actorOf(caller), { app: found.app, name: found.name });
      }
      return { work, answer: undefined };
    }),
  ),
];

const requireTechnician = async (asked: StaffAsked, technicianId: string): Promise<void> => {
  if (!(await technicianOf(asked, technicianId))) throw notFound('technician');
};

const isOpen = ({ revokedAt }: Device): boolean => revokedAt === undefined;

const viewOf = ({ secretHash: _secret, waypointsHash: _waypoints, ...view }: Device): DeviceView => view;
