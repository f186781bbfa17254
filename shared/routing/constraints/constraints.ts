import type { Constraint } from '../kernel/draft.ts';
import { capacity } from './capacity.ts';
import { mostStops } from './most-stops.ts';
import { presentPlan } from './present-plan.ts';
import { sameTechnician } from './same-technician.ts';
import { serviceCost } from './service-cost.ts';
import { skills } from './skills.ts';
import { techniciansNamed } from './technicians-named.ts';
import { territory } from './territory.ts';
import { timeWindows } from './time-windows.ts';
import { vanStock } from './van-stock.ts';

/** Every rule that the kernel compiles; a new one is a file and a line here. */
export const constraints: readonly Constraint[] = [
  timeWindows,
  territory,
  skills,
  techniciansNamed,
  capacity,
  mostStops,
  presentPlan,
  serviceCost,
  vanStock,
  sameTechnician,
];
