import type { MapPicture } from '../../map/picture-of.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Priority } from '../../../shared/model/priority.ts';

/** What stands before everything else until it is closed. */
export type OpenDialog =
  | { readonly kind: 'new-request'; readonly priority?: Priority }
  | { readonly kind: 'new-emergency' }
  | { readonly kind: 'emergency'; readonly appointmentId: string }
  | { readonly kind: 'sheets'; readonly map: MapPicture }
  | { readonly kind: 'keys' }
  | { readonly kind: 'cancel'; readonly appointment: Appointment };
