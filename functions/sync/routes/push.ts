import { pushMutations } from '../../../shared/protocol/endpoints/sync.ts';
import { applyPush } from '../apply-push.ts';
import { staffRoute, type Route } from '../route.ts';

export const pushRoutes: readonly Route[] = [
  // Every change in it is remembered by its own number, so that a repeat of the whole needs no kept answer.
  staffRoute(pushMutations, (asked) => applyPush(asked, asked.body), { keepsAnswer: false }),
];
