import { isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';
import { standingPlace } from '../state/standing-place.ts';
import type { BoardView } from './board-view.svelte.ts';

/** So near to a block's end it is made longer or shorter, in pixels. */
const edgePixels = 6;
const smallestToResize = 18;

/** What pointer and keys do to the cells of the board; listened to once for all of them. */
export const boardGestures = (desk: ConsoleState, view: BoardView) => {
  const pressBlock = (event: PointerEvent, element: HTMLElement): void => {
    const appointment = desk.board.appointments.get(element.dataset['id'] ?? '');
    if (!appointment || !desk.mayDispatch || !isPlannable(appointment.status) || event.ctrlKey || event.metaKey) return;
    const box = element.getBoundingClientRect();
    const along = event.clientX - box.left;
    const resizes = standingPlace(appointment) && box.width >= smallestToResize && box.width - along <= edgePixels;
    if (resizes) return desk.drag.press(event, [appointment], { mode: 'resize' });
    const isUnassigned = element.dataset['waiting'] !== undefined;
    const grabbedSeconds = isUnassigned ? 0 : (along / view.scale.pixelsPerHour) * 3600;
    const fromLineId = element.closest<HTMLElement>('[data-line]')?.dataset['line'];
    return desk.drag.press(event, desk.chosenWith(appointment), { grabbedSeconds, fromLineId });
  };

  const choose = (element: HTMLElement, adds: boolean): void => {
    const { id, label, day } = element.dataset;
    if (id && adds) desk.toggleChosen(id);
    else if (id) desk.openOnly(id);
    else if (label) desk.technicianId = desk.technicianId === label ? undefined : label;
    else if (day) desk.address.goTo({ day, span: 1, zoom: 'fit' });
  };

  return {
    onpointerdown: (event: PointerEvent): void => {
      const element = cellOf(event.target);
      if (element?.dataset['id']) pressBlock(event, element);
    },
    onclick: (event: MouseEvent): void => {
      const element = cellOf(event.target);
      if (element && !desk.drag.justDropped) choose(element, event.ctrlKey || event.metaKey || event.shiftKey);
    },
    onmouseover: ({ target }: MouseEvent): void => {
      desk.hoveredId = cellOf(target)?.dataset['id'];
    },
    onwheel: (event: WheelEvent & { currentTarget: HTMLElement }): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      void view.zoomBy(event.deltaY < 0 ? 1 : -1, event.clientX - event.currentTarget.getBoundingClientRect().left);
    },
    onfocusin: ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      const lineId = target.closest<HTMLElement>('[data-line]')?.dataset['line'];
      if (lineId) view.stopAt({ lineId, appointmentId: target.dataset['id'] });
    },
    onkeydown: (event: KeyboardEvent): void => {
      const element = cellOf(event.target);
      if (!element) return;
      if (event.key === '+' || event.key === '=') void view.zoomBy(1);
      else if (event.key === '-') void view.zoomBy(-1);
      else if (event.key === 'Enter' || event.key === ' ') choose(element, event.key === ' ');
      else if (!view.goBy(event)) return;
      event.preventDefault();
    },
  };
};

const cellOf = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element && target.closest<HTMLElement>('[data-id], [data-label], [data-day]')) || undefined;
