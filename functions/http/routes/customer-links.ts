import { makeVisitLink, revokeVisitLinks } from '../../../shared/protocol/endpoints/appointment-files.ts';
import { openLink } from '../../../shared/protocol/endpoints/visit.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import { secondsAfter } from '../../platform/clock.ts';
import { Refusal } from '../../platform/errors.ts';
import { newSecret, readSecretToken } from '../../platform/secret-token.ts';
import { addVisitLink } from '../../store/add-visit-link.ts';
import { linksAndMessages } from '../../store/questions/links-and-messages.ts';
import { customerLinkEntity } from '../../store/entities/customer-link.ts';
import { customerSessionEntity } from '../../store/entities/customer-session.ts';
import { beginWork } from '../../store/unit-of-work.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { openCustomerLink } from '../../api/customer-caller.ts';
import { openRoute, staffRoute, type Route } from '../route.ts';

const sessionSeconds = 3600;

export const customerLinkRoutes: readonly Route[] = [
  // Its secret is shown this once and kept nowhere: a repeat makes another link.
  staffRoute(
    makeVisitLink,
    async (asked) => {
      const { deps, tenantId, caller } = asked;
      const appointment = await appointmentOf(asked, asked.params.appointmentId);
      if (isFinished(appointment.status)) {
        throw new Refusal('wrong-state', { detail: `It is already ${appointment.status}.`, present: appointment });
      }
      const work = asked.begin();
      const link = addVisitLink(work, { ...deps, tenantId, appointmentId: appointment.id, by: actorOf(caller) });
      return asked.settle(work, link);
    },
    { keepsAnswer: false },
  ),

  staffRoute(revokeVisitLinks, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, now, caller } = asked;
      const appointment = await appointmentOf(asked, asked.params.appointmentId);
      const { links } = await linksAndMessages(deps.table, tenantId, appointment.id);
      // One transaction takes a hundred writes; nobody makes that many links to one appointment.
      const open = links.filter(({ revokedAt }) => revokedAt === undefined).slice(0, 90);
      const work = asked.begin();
      for (const link of open) work.update(customerLinkEntity, link, { ...link, revokedAt: now });
      work.record(appointment.id, 'customer-link.revoked', actorOf(caller), { links: open.length });
      return { work, answer: undefined };
    }),
  ),

  openRoute(
    openLink,
    async ({ body, deps, now }) => {
      const secret = readSecretToken(body.token);
      if (!secret) throw new Refusal('unauthenticated', { detail: 'This is no link of ours.' });
      const { tenantId, hash: linkHash } = secret;
      const { link } = await openCustomerLink(deps.table, tenantId, linkHash, now);
      const { token: session, hash: sessionHash } = newSecret(tenantId, deps.randomBytes);
      const expiresAt = secondsAfter(now, sessionSeconds);
      const work = beginWork({ ...deps, tenantId, now });
      work.add(customerSessionEntity, { sessionHash, linkHash, scope: link.scope, expiresAt });
      const opened = await work.commit();
      if (!opened.ok) throw new Error('A fresh session was refused');
      return { session, scope: link.scope, expiresAt };
    },
    { keepsAnswer: false },
  ),
];
