import { deviceSchema, type Device } from '../../shared/model/device.ts';
import { aRecord, anId } from './an-id.ts';

/** OwnTracks on somebody's phone. */
export const aDevice = (changes: Partial<Device> = {}): Device =>
  deviceSchema.parse({
    ...aRecord('device'),
    technicianId: anId('technician'),
    app: 'owntracks',
    name: 'Work phone',
    addedBy: 'Dora Lindgren',
    secretHash: 'c'.repeat(64),
    ...changes,
  });
