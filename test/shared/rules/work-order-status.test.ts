import { expect, test } from 'vitest';
import { workOrderStatusOf } from '../../../shared/rules/work-order-status.ts';

test.each([
  [[], 'new'],
  [['unscheduled'], 'new'],
  [['cancelled'], 'cancelled'],
  [['scheduled'], 'scheduled'],
  [['accepted', 'cancelled'], 'scheduled'],
  [['travelling'], 'in-progress'],
  [['on-site', 'unscheduled'], 'in-progress'],
  [['cannot-complete', 'unscheduled'], 'in-progress'],
  [['completed'], 'completed'],
  [['completed', 'cancelled'], 'completed'],
  [['cannot-complete'], 'cannot-complete'],
  [['cannot-complete', 'completed'], 'completed'],
] as const)('appointments that are %j make the work order %s', (statuses, expected) => {
  expect(workOrderStatusOf(statuses)).toBe(expected);
});

test.each(['on-hold', 'closed', 'cancelled'] as const)('what people set to %s stays so', (present) => {
  expect(workOrderStatusOf(['on-site'], present)).toBe(present);
});

test('any other state gives way to what the appointments say', () => {
  expect(workOrderStatusOf(['completed'], 'in-progress')).toBe('completed');
});
