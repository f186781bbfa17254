import { workTypeSchema, type WorkType } from '../../shared/model/work-type.ts';
import { boilerSkillId } from './a-technician.ts';
import { aRecord } from './an-id.ts';

/** An hour of boiler repair, due within a day when normal. */
export const aWorkType = (changes: Partial<WorkType> = {}): WorkType =>
  workTypeSchema.parse({
    ...aRecord('workType'),
    name: 'Boiler repair',
    assetClasses: ['boiler'],
    durationSeconds: 3600,
    priority: 'normal',
    skillRequirements: [{ skillId: boilerSkillId, level: 2 }],
    partRequirements: [],
    tasks: [{ label: 'Gas is shut off', answer: 'check', required: true }],
    fixWithinSeconds: { emergency: 14_400, high: 28_800, normal: 86_400, low: 259_200 },
    offeredToCustomers: true,
    ...changes,
  });
