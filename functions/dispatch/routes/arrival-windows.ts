import * as endpoints from '../../../shared/protocol/endpoints/arrival-windows.ts';
import { offeredWindows } from '../../../shared/routing/insertion-service/offered-windows.ts';
import { promiseWindow, type WindowRefusal } from '../../../shared/rules/promise-window.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { Refusal } from '../../platform/errors.ts';
import { appointmentEntity } from '../../store/entities/appointment.ts';
import { insertionQuestion } from '../insertion-question.ts';
import { staffRoute, type Route } from '../route.ts';

export const arrivalWindowRoutes: readonly Route[] = [
  staffRoute(endpoints.offerWindows, async (asked) => {
    const appointment = await appointmentOf(asked, asked.params.appointmentId);
    return { windows: offeredWindows(await insertionQuestion(asked, appointment, asked.query.day)) };
  }),

  staffRoute(endpoints.promiseWindow, (asked) =>
    asked.decide(async () => {
      const before = await appointmentOf(asked, asked.params.appointmentId);
      const { window } = asked.body;
      const promised = promiseWindow(before, window, asked.now);
      if (!promised.ok) throw refusalOfWindow(promised.reason, before);
      const work = asked.begin();
      const answer = work.update(appointmentEntity, before, promised.appointment);
      work.record(answer.id, 'appointment.promised', actorOf(asked.caller), { from: window.from, to: window.to });
      return { work, answer };
    }),
  ),
];

const refusalOfWindow = (reason: WindowRefusal, present: unknown): Refusal => {
  switch (reason) {
    case 'wrong-state':
      return new Refusal('wrong-state', { reason, detail: 'It is under way or over.', present });
    case 'outside-arrival-window':
      return new Refusal('excluded', { reason, detail: 'It is planned to begin outside of this window.', present });
    case 'in-the-past':
    case 'before-earliest-start': {
      const message = reason === 'in-the-past' ? 'is over already' : 'ends before work may begin';
      return new Refusal('bad-input', { reason, errors: [{ field: 'body.window', message }] });
    }
  }
};
