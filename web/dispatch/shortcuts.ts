import type { ConsoleState } from './state/console-state.svelte.ts';

/** The console's keys, from anywhere but a field that is being written in. `?` lists them. */
export const onShortcut = (desk: ConsoleState, event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || desk.dialog) return;
  const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act(desk);
};

const actions: Readonly<Record<string, (desk: ConsoleState) => void>> = {
  '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
  '?': (desk) => (desk.dialog = { kind: 'keys' }),
  a: (desk) => {
    const target = focusedAppointment(desk) ?? desk.openAppointment;
    if (target && desk.mayDispatch) void desk.commands.assignToBest(target, desk.day);
  },
  e: (desk) => desk.mayAnswer && (desk.dialog = { kind: 'new-request', priority: 'emergency' }),
  f: (desk) => desk.fill.toggleAround(document.activeElement),
  l: (desk) => {
    const target = focusedAppointment(desk) ?? desk.openAppointment;
    if (target && desk.mayDispatch) void desk.commands.toggleLock(target);
  },
  m: (desk) => {
    const target = focusedAppointment(desk) ?? desk.openAppointment;
    if (target) desk.showOnMap(target.id);
  },
  n: (desk) => desk.mayAnswer && (desk.dialog = { kind: 'new-request' }),
  z: (desk) => desk.mayDispatch && void desk.commands.undoLast(),
  Escape: (desk) => {
    if (desk.fill.current) desk.fill.current = undefined;
    else if (desk.technicianId) desk.technicianId = undefined;
    else desk.open(undefined);
  },
};

/** What has the focus in queue or board. */
const focusedAppointment = (desk: ConsoleState) => {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? desk.board.appointments.get(focused.dataset['id'] ?? '') : undefined;
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select, dialog *');
