import type { Appointment } from '../../shared/model/appointment.ts';
import { isPlannable } from '../../shared/rules/appointment-lifecycle.ts';
import { leaveUnsaved } from './administration/unsaved.svelte.ts';
import type { ConsoleState } from './state/console-state.svelte.ts';
import { showsBoard, viewOfDigit } from './state/place-in-address.ts';

/** The console's keys, from anywhere but a field that is being written in. `?` lists them. */
export const onShortcut = (desk: ConsoleState, event: KeyboardEvent): void => {
  if (event.altKey || isWriting(event.target) || desk.dialog) return;
  // What lies over the page is closed first, by the browser itself.
  if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
  const view = event.ctrlKey || event.metaKey ? undefined : viewOfDigit(event.key);
  if (view) return leaveUnsaved(() => desk.address.goTo({ view, open: undefined }));
  // The rest belongs to queue, map and board.
  if (!showsBoard(desk.address.place.view) && !everywhere.has(event.key)) return;
  const act = event.ctrlKey || event.metaKey ? undoing(event) : actions[nameOf(event)];
  if (!act) return;
  event.preventDefault();
  act(desk);
};

const everywhere: ReadonlySet<string> = new Set(['/', '?', 'e', 'i', 'n', 'p']);

/** As hands know it from elsewhere. */
const undoing = ({ key, shiftKey }: KeyboardEvent) => {
  if (key.toLowerCase() === 'y') return actions['y'];
  return key.toLowerCase() === 'z' ? actions[shiftKey ? 'y' : 'z'] : undefined;
};

const nameOf = ({ key }: KeyboardEvent): string => (key.length === 1 ? key.toLowerCase() : key);

const actions: Readonly<Record<string, (desk: ConsoleState) => void>> = {
  '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
  '?': (desk) => (desk.dialog = { kind: 'keys' }),
  a: (desk) => {
    const target = focusedAppointment(desk) ?? desk.openAppointment;
    if (target && desk.mayDispatch) void desk.commands.assignToBest(target, desk.day);
  },
  b: (desk) => {
    const target = focusedAppointment(desk) ?? desk.openAppointment;
    if (target) desk.focusOnBoard(target.id);
  },
  e: (desk) => desk.mayAnswer && (desk.dialog = { kind: 'new-emergency' }),
  f: (desk) => desk.fill.toggleAround(document.activeElement),
  g: (desk) =>
    desk.carry(
      'move',
      targets(desk).filter(({ status }) => isPlannable(status)),
    ),
  i: () => document.querySelector<HTMLElement>('#field-notices')?.togglePopover(),
  l: (desk) => {
    const chosen = targets(desk);
    if (chosen.length > 0 && desk.mayDispatch) void desk.commands.toggleLock(...chosen);
  },
  m: (desk) => {
    const target = focusedAppointment(desk) ?? desk.openAppointment;
    if (target) desk.showOnMap(target.id);
  },
  n: (desk) => desk.mayAnswer && (desk.dialog = { kind: 'new-request' }),
  p: (desk) => leaveUnsaved(() => desk.address.goTo({ view: 'plan', open: undefined })),
  r: (desk) =>
    desk.carry(
      'resize',
      targets(desk)
        .slice(0, 1)
        .filter(({ status }) => isPlannable(status)),
    ),
  x: (desk) => desk.mayDispatch && desk.selected.length === 2 && desk.swap(desk.selected),
  y: (desk) => desk.mayDispatch && void desk.commands.redoLast(),
  z: (desk) => desk.mayDispatch && void desk.commands.undoLast(),
  Escape: (desk) => {
    if (desk.fill.current) desk.fill.current = undefined;
    else if (desk.selection.size > 0) desk.selection = new Set();
    else if (desk.technicianId) desk.technicianId = undefined;
    else desk.open(undefined);
  },
};

/** What has the focus in queue or board. */
const focusedAppointment = (desk: ConsoleState) => {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? desk.board.appointments.get(focused.dataset['id'] ?? '') : undefined;
};

/** What has the focus, and all that are chosen with it; else what is open. */
const targets = (desk: ConsoleState): readonly Appointment[] => {
  const target = focusedAppointment(desk) ?? desk.openAppointment;
  return target ? desk.chosenWith(target) : desk.selected;
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select, dialog *');
