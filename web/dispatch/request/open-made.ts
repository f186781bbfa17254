import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import type { createServiceRequest } from '../../../shared/protocol/endpoints/service-requests.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import { t } from '../messages.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';

/** What comes after a request was entered: an emergency asks at once who goes, all else is opened where it belongs. */
export const openMade = (
  desk: ConsoleState,
  { serviceRequest, appointmentId }: ResponseOf<typeof createServiceRequest>,
  close: () => void,
): void => {
  desk.board.take({ requests: [serviceRequest] });
  const due = desk.format.dayAndTime(serviceRequest.dueBy);
  toasts.show({ tone: 'fine', text: t('request.made'), detail: t('request.made.due', { due }) });
  close();
  const { territoryId, priority, id } = serviceRequest;
  if (territoryId && territoryId !== desk.territory?.id) {
    desk.address.goTo({ territory: territoryId, open: appointmentId ?? id });
  } else if (priority === 'emergency' && appointmentId && desk.mayDispatch) {
    desk.dialog = { kind: 'emergency', appointmentId };
  } else desk.open(appointmentId ?? id);
};
