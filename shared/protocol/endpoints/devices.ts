import * as z from 'zod/mini';
import { deviceSchema, trackerApp } from '../../model/device.ts';
import { idOf } from '../../model/entity.ts';
import { shortText } from '../../model/scalar.ts';
import { endpoint, staff } from '../endpoint.ts';

const { secretHash: _secret, waypointsHash: _waypoints, ...shown } = deviceSchema.shape;
/** A device as staff see it: nothing of its secret. */
export const deviceView = z.strictObject(shown);
export type DeviceView = z.infer<typeof deviceView>;

const ofTechnician = z.strictObject({ technicianId: idOf('technician') });

export const listDevices = endpoint({
  method: 'GET',
  path: '/v1/technicians/{technicianId}/devices',
  summary: "The tracker apps that may send a technician's positions, the revoked ones among them",
  access: staff('dispatcher', 'manager', 'administrator'),
  params: ofTechnician,
  response: z.strictObject({ items: z.array(deviceView) }),
});

export const addDevice = endpoint({
  method: 'POST',
  path: '/v1/technicians/{technicianId}/devices',
  summary: 'Lets a tracker app send positions of a technician; its secret is shown this once',
  access: staff('dispatcher', 'manager', 'administrator'),
  params: ofTechnician,
  body: z.strictObject({ app: trackerApp, name: shortText }),
  response: z.strictObject({
    device: deviceView,
    /** Where the app sends to, and what proves whose it is. */
    address: z.string(),
    secret: z.string(),
    /** What the QR code says: the app sets itself up from it. */
    setupText: z.string(),
  }),
  status: 201,
});

export const revokeDevice = endpoint({
  method: 'DELETE',
  path: '/v1/technicians/{technicianId}/devices/{deviceId}',
  summary: 'From now on nothing is taken from this device',
  access: staff('dispatcher', 'manager', 'administrator'),
  params: z.strictObject({ technicianId: idOf('technician'), deviceId: idOf('device') }),
  status: 204,
});
