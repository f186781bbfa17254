import { listFieldNotices, settleFieldNotice } from '../../../shared/protocol/endpoints/sync.ts';
import { notFound, Refusal } from '../../platform/errors.ts';
import { fieldNoticeEntity } from '../../store/entities/field-notice.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { waitingNotices } from '../../store/questions/field-notices.ts';
import { staffRoute, type Route } from '../route.ts';

export const fieldNoticeRoutes: readonly Route[] = [
  staffRoute(listFieldNotices, async ({ deps, tenantId, params }) => {
    if (!(await deps.table.get(territoryEntity, tenantId, { id: params.territoryId }))) throw notFound('territory');
    return { notices: await waitingNotices(deps.table, tenantId, params.territoryId) };
  }),

  staffRoute(settleFieldNotice, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, now, caller, params } = asked;
      const { technicianId, noticeId: id } = params;
      if (caller.onlyTechnicianId !== undefined && caller.onlyTechnicianId !== technicianId) {
        throw new Refusal('not-allowed', { detail: 'It is not yours.' });
      }
      const before = await deps.table.get(fieldNoticeEntity, tenantId, { technicianId, id });
      if (!before) throw notFound('notice');
      const work = asked.begin();
      if (before.settledAt !== undefined) return { work, answer: before };
      return {
        work,
        answer: work.update(fieldNoticeEntity, before, { ...before, settledAt: now, settledBy: caller.name }),
      };
    }),
  ),
];
