import type { Skill } from '../../../shared/model/skill.ts';
import * as endpoints from '../../../shared/protocol/endpoints/work-types.ts';
import { badField } from '../../platform/errors.ts';
import { skillEntity } from '../../store/entities/skill.ts';
import { allSkills, allTechnicians, allWorkTypes } from '../../store/questions/catalogue.ts';
import { changeRecord, createRecord, removeRecord } from '../../api/keep-record.ts';
import { inUse, recordOf } from '../../api/record-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const skillRoutes: readonly Route[] = [
  staffRoute(endpoints.addSkill, async (asked) => {
    await requireNewName(asked, asked.body.name);
    const work = asked.begin();
    const draft = { id: asked.deps.newId('skill'), ...asked.body };
    return asked.settle(work, createRecord(asked, work, skillEntity, draft));
  }),

  staffRoute(endpoints.renameSkill, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, skillEntity, { id: asked.params.skillId });
      await requireNewName(asked, asked.body.name, before.id);
      const work = asked.begin();
      return { work, answer: changeRecord(asked, work, skillEntity, before, { ...before, ...asked.body }) };
    }),
  ),

  staffRoute(endpoints.removeSkill, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, skillEntity, { id: asked.params.skillId });
      await requireUnused(asked, before);
      const work = asked.begin();
      removeRecord(asked, work, skillEntity, before);
      return { work, answer: undefined };
    }),
  ),
];

const requireNewName = async ({ deps, tenantId }: StaffAsked, name: string, except?: string): Promise<void> => {
  const same = (await allSkills(deps.table, tenantId)).find(
    (one) => one.id !== except && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (same) throw badField('body.name', `there is a skill ${same.name} already`);
};

const requireUnused = async ({ deps, tenantId }: StaffAsked, { id }: Skill): Promise<void> => {
  const [technicians, workTypes] = await Promise.all([
    allTechnicians(deps.table, tenantId),
    allWorkTypes(deps.table, tenantId),
  ]);
  const holding = technicians.filter(({ skills }) => skills.some(({ skillId }) => skillId === id));
  const wanting = workTypes.filter(({ skillRequirements }) => skillRequirements.some(({ skillId }) => skillId === id));
  if (holding.length > 0) throw inUse(`${namesOf(holding)} hold it.`);
  if (wanting.length > 0) throw inUse(`${namesOf(wanting)} want it.`);
};

const namesOf = (things: readonly { readonly name: string }[]): string =>
  things
    .map(({ name }) => name)
    .slice(0, 5)
    .join(', ');
