import type { Appointment } from '../../../shared/model/appointment.ts';
import { canMove, isFinished, isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { t } from '../messages.ts';
import type { ConsoleState } from './console-state.svelte.ts';
import { withoutMember } from './crew-members.ts';
import { replannable, replanOf } from './replan-of.ts';
import { everySoftRule } from './soft-rules.ts';
import { partOfShift, splitWork } from './split-work.ts';
import { standingPlace } from './standing-place.ts';

export interface AppointmentAction {
  readonly label: string;
  readonly key?: string;
  readonly danger?: boolean;
  readonly run: () => void;
}

const quarterSeconds = 15 * 60;

/** All that can be done to some appointments now, the same from queue, map and board. */
export const appointmentActions = (desk: ConsoleState, chosen: readonly Appointment[]): AppointmentAction[] => [
  ...(chosen.length === 1 ? lookingAt(desk, chosen) : []),
  ...(desk.mayDispatch ? dispatching(desk, chosen) : []),
  ...(desk.mayAnswer ? ending(desk, chosen) : []),
];

const lookingAt = (desk: ConsoleState, chosen: readonly Appointment[]): AppointmentAction[] =>
  chosen.flatMap((one) => [
    { label: t('action.open'), key: 'Enter', run: () => desk.open(one.id) },
    { label: t('map.show'), key: 'M', run: () => desk.showOnMap(one.id) },
    ...(one.assignments.length > 0 ? [{ label: t('board.show'), key: 'B', run: () => desk.focusOnBoard(one.id) }] : []),
    ...choosing(desk, one),
  ]);

/** Several are chosen from the menu too: neither Ctrl nor a key that only some places know is needed. */
const choosing = (desk: ConsoleState, { id }: Appointment): AppointmentAction[] => {
  const run = () => desk.toggleChosen(id);
  return desk.selection.has(id)
    ? [{ label: t('action.unchoose'), key: t('key.space'), run }]
    : [{ label: t('action.choose'), key: t('key.space'), run }];
};

const dispatching = (desk: ConsoleState, chosen: readonly Appointment[]): AppointmentAction[] => {
  const plannable = chosen.filter(({ status }) => isPlannable(status));
  const standing = plannable.filter((one) => one.assignments.length > 0);
  const toSend = standing.filter(({ status }) => canMove(status, 'dispatched'));
  const [first] = plannable;
  if (!first) return [];
  const isLocked = standing[0]?.assignments[0]?.locked;
  return [
    ...(chosen.length === 1
      ? [{ label: t('assign.best'), key: 'A', run: () => void desk.commands.assignToBest(first, desk.day) }]
      : []),
    ...(chosen.length === 1 && first.priority === 'emergency'
      ? [{ label: t('emergency.who'), run: () => (desk.dialog = { kind: 'emergency', appointmentId: first.id }) }]
      : []),
    ...(chosen.length === 1 && partOfShift(first, desk) !== undefined
      ? [{ label: t('split.do'), run: () => void splitWork(desk, first) }]
      : []),
    { label: t('action.carry'), key: 'G', run: () => desk.carry('move', plannable) },
    ...(standing.length === 1 ? resizing(desk, standing) : []),
    ...(standing.length === 1 ? leaving(desk, standing) : []),
    ...(standing.length === 2 ? [{ label: t('action.swap'), key: 'X', run: () => desk.swap(standing) }] : []),
    ...(replannable(standing).length > 0 && !desk.plan.isOpen
      ? [{ label: t('replan.these'), run: () => replanOf(desk, standing) }]
      : []),
    ...(toSend.length > 0 ? [{ label: t('dispatch'), run: () => void desk.commands.dispatch(...toSend) }] : []),
    ...(standing.length > 0
      ? [
          { label: t(isLocked ? 'unlock' : 'lock'), key: 'L', run: () => void desk.commands.toggleLock(...standing) },
          { label: t('unassign'), run: () => void desk.commands.unassign(...standing) },
        ]
      : []),
  ];
};

/** One of a crew stays away. */
const leaving = (desk: ConsoleState, standing: readonly Appointment[]): AppointmentAction[] =>
  standing
    .filter(({ assignments }) => assignments.length > 1)
    .flatMap((one) =>
      one.assignments.map(({ technicianId }) => {
        const name = desk.nameOf(technicianId);
        const run = () => void desk.commands.move(withoutMember(one, technicianId), t('crew.removed', { name }));
        return { label: t('crew.remove', { name }), run };
      }),
    );

const resizing = (desk: ConsoleState, standing: readonly Appointment[]): AppointmentAction[] => {
  const [one] = standing;
  const place = one && standingPlace(one);
  if (!one || !place) return [];
  const by = (seconds: number) => () => {
    const durationSeconds = Math.max(quarterSeconds, place.durationSeconds + seconds);
    const to = { ...place, durationSeconds, despite: everySoftRule };
    void desk.commands.move([{ appointment: one, to }], t('done.resize'));
  };
  return [
    { label: t('action.resize'), key: 'R', run: () => desk.carry('resize', standing) },
    { label: t('action.longer'), run: by(quarterSeconds) },
    { label: t('action.shorter'), run: by(-quarterSeconds) },
  ];
};

const ending = (desk: ConsoleState, chosen: readonly Appointment[]): AppointmentAction[] =>
  chosen.length === 1
    ? chosen
        .filter(({ status }) => !isFinished(status))
        .map((appointment) => ({
          label: t('cancel'),
          danger: true,
          run: () => (desk.dialog = { kind: 'cancel', appointment }),
        }))
    : [];
