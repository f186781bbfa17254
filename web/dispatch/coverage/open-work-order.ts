import type { Appointment } from '../../../shared/model/appointment.ts';
import { getWorkOrder } from '../../../shared/protocol/endpoints/work-orders.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';

/** Opens a work order on the board of its territory: by its appointment that is still open, else by its last one. */
export const openWorkOrder = async (
  desk: Pick<ConsoleState, 'api' | 'address'>,
  workOrderId: string,
): Promise<void> => {
  const { appointments } = await desk.api.call(getWorkOrder, { params: { workOrderId } });
  const shown = appointmentToShow(appointments);
  if (!shown) return;
  desk.address.goTo({ view: 'board', territory: shown.territoryId, open: shown.id });
};

export const appointmentToShow = (appointments: readonly Appointment[]): Appointment | undefined =>
  appointments.find(({ status }) => !isFinished(status)) ?? appointments.at(-1);
