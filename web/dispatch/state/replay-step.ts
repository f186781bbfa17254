import type { Api } from '../../api/api.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { everySoftRule } from './soft-rules.ts';
import { sendMoves } from './send-moves.ts';
import { samePlace, standingPlace } from './standing-place.ts';
import type { StepPart, UndoStack, UndoStep } from './undo-stack.svelte.ts';

interface Deps {
  readonly api: Api;
  readonly undo: UndoStack;
  readonly take: (appointments: readonly Appointment[]) => void;
  readonly present: (appointmentId: string) => Appointment | undefined;
}

type Outcome =
  | { readonly kind: 'nothing'; readonly step?: undefined }
  | { readonly kind: 'done'; readonly step: UndoStep }
  | { readonly kind: 'moved-by-others'; readonly step: UndoStep; readonly part: StepPart }
  | { readonly kind: 'refused'; readonly step: UndoStep; readonly fault: unknown };

/**
 * Takes the last step back, or does again what was taken back, by the inverse that the server confirms. What others moved
 * meanwhile is left as they put it, and the step is forgotten; where the server did not answer, it can be tried again.
 */
export const replayStep = async (deps: Deps, direction: 'undo' | 'redo'): Promise<Outcome> => {
  const { api, undo, take, present } = deps;
  const step = direction === 'undo' ? undo.next : undo.nextRedo;
  if (!step) return { kind: 'nothing' };
  const parts = step.parts.map((part) => ({ part, now: present(part.appointmentId), ...sides(part, direction) }));
  const moved = parts.find(({ now, from }) => !now || !samePlace(standingPlace(now), from));
  if (moved) {
    undo.forget(step);
    return { kind: 'moved-by-others', step, part: moved.part };
  }
  const wanted = parts.flatMap(({ now, to }) =>
    now ? { appointment: now, to: to ? { ...to, despite: everySoftRule } : null } : [],
  );
  const sent = await sendMoves(api, wanted);
  take(sent.appointments);
  if ('fault' in sent) {
    if (sent.fault instanceof ApiProblem && sent.fault.problem.status < 500) undo.forget(step);
    return { kind: 'refused', step, fault: sent.fault };
  }
  if (direction === 'undo') undo.undone();
  else undo.redone();
  return { kind: 'done', step };
};

const sides = ({ before, after }: StepPart, direction: 'undo' | 'redo') =>
  direction === 'undo' ? { from: after, to: before } : { from: before, to: after };
