import { importServiceRequests, type ImportedRequest } from '../../../shared/protocol/endpoints/service-requests.ts';
import { Refusal } from '../../platform/errors.ts';
import { derivedId } from '../../platform/ids.ts';
import { serviceRequestEntity } from '../../store/entities/service-request.ts';
import { alreadyThere } from '../../store/unit-of-work.ts';
import { receive } from '../intake.ts';
import type { IntakeSurroundings } from '../told.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';
import { surroundingsOf } from './service-requests.ts';

interface Imported {
  readonly externalRef: string;
  readonly result: 'created' | 'already-there' | 'waits-for-agent' | 'failed';
  readonly serviceRequestId?: string;
}

export const importRoutes: readonly Route[] = [
  staffRoute(importServiceRequests, async (asked) => {
    const { deps, tenantId, body } = asked;
    const around = await surroundingsOf(asked);
    const refs = body.requests.map(({ externalRef }) => ({ id: idOfImported(externalRef) }));
    const known = new Set((await deps.table.getMany(serviceRequestEntity, tenantId, refs)).map(({ id }) => id));
    const take = async (request: ImportedRequest): Promise<Imported> => {
      const { externalRef } = request;
      const serviceRequestId = idOfImported(externalRef);
      if (known.has(serviceRequestId)) return { externalRef, result: 'already-there', serviceRequestId };
      known.add(serviceRequestId);
      return importOne(asked, request, serviceRequestId, around);
    };
    const results: Imported[] = [];
    for (let at = 0; at < body.requests.length; at += sideBySide) {
      results.push(...(await Promise.all(body.requests.slice(at, at + sideBySide).map(take))));
    }
    return asked.settle(asked.begin(), { results });
  }),
];

/** So many are written at the same time: the table answers each in milliseconds, one after the other they would wait for it. */
const sideBySide = 10;

/** The same request from the same source always has the same id, so that a repeat finds it. */
const idOfImported = (externalRef: string): string => derivedId('serviceRequest', externalRef);

const importOne = async (
  asked: StaffAsked,
  { externalRef, receivedAt, dueBy, ...told }: ImportedRequest,
  id: string,
  around: IntakeSurroundings,
): Promise<Imported> => {
  if (Date.parse(dueBy) <= Date.parse(receivedAt)) return { externalRef, result: 'failed' };
  const imported = { id, externalRef, receivedAt, dueBy };
  for (let attempt = 1; attempt <= 3; attempt++) {
    const work = asked.begin('part');
    try {
      const { workOrder } = await receive(work, { ...told, channel: 'import', imported }, around);
      const committed = await work.commit();
      if (committed.ok) {
        return { externalRef, result: workOrder ? 'created' : 'waits-for-agent', serviceRequestId: id };
      }
      if (committed.reason === alreadyThere && 'entity' in committed && committed.entity === 'service-request') {
        return { externalRef, result: 'already-there', serviceRequestId: id };
      }
    } catch (error) {
      if (error instanceof Refusal) return { externalRef, result: 'failed' };
      throw error;
    }
  }
  return { externalRef, result: 'failed' };
};
