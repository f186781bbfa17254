import type { Appointment } from '../../shared/model/appointment.ts';
import type { LatestPosition } from '../../shared/model/position-fix.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { LiveChange } from '../../shared/protocol/live-event.ts';
import { absenceEntity } from '../store/entities/absence.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { fieldNoticeEntity } from '../store/entities/field-notice.ts';
import { latestPositionEntity, shownPosition } from '../store/entities/latest-position.ts';
import { planEntity } from '../store/entities/plan.ts';
import { serviceRequestEntity } from '../store/entities/service-request.ts';
import { technicianEntity } from '../store/entities/technician.ts';
import { readChange, type ChangeOf, type StreamChange } from '../store/stream-change.ts';
import type { Table } from '../store/table-client.ts';

/** What the consoles of one territory must learn; a request outside every territory concerns them all. */
export interface LiveGroup {
  readonly tenantId: string;
  readonly territoryId: string | undefined;
  /** By the thing's id, so that only its newest state is sent. */
  readonly changes: Map<string, LiveChange>;
  /** By technician. */
  readonly positions: Map<string, LatestPosition>;
  readonly sequenceNumbers: string[];
}

/** Sorts the changes of one stream batch by tenant and territory. What moved from one territory to another is told to both. */
export class LiveBatch {
  readonly #groups = new Map<string, LiveGroup>();
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(change: StreamChange): Promise<void> {
    const appointment = readChange(appointmentEntity, change);
    if (appointment?.after) {
      this.#change(change, appointment, { kind: 'appointment', appointment: appointment.after });
      await this.#boardsOfTechnicians(change, appointment, appointment.after);
    }
    const request = readChange(serviceRequestEntity, change);
    if (request?.after) this.#change(change, request, { kind: 'service-request', serviceRequest: request.after });
    const notice = readChange(fieldNoticeEntity, change);
    if (notice?.after) this.#change(change, notice, { kind: 'field-notice', fieldNotice: notice.after });
    const plan = readChange(planEntity, change);
    if (plan?.after) {
      const { id: planId, territoryIds, status, days, progress } = plan.after;
      this.#tell(change, plan.tenantId, territoryIds, planId, { kind: 'plan', planId, status, days, progress });
    }
    await this.#technician(change);
    const position = readChange(latestPositionEntity, change);
    if (position?.after) this.#position(change, position.tenantId, shownPosition(position.after));
  }

  groups(): LiveGroup[] {
    return [...this.#groups.values()];
  }

  #change(
    change: StreamChange,
    { tenantId, before, after }: ChangeOf<{ id: string; territoryId?: string | undefined }>,
    live: LiveChange,
  ): void {
    const concerned = new Set([after?.territoryId, ...(before ? [before.territoryId] : [])]);
    this.#tell(change, tenantId, concerned, after?.id ?? '', live);
  }

  /** Who serves other territories too has less time there: their boards are told. */
  async #boardsOfTechnicians(
    change: StreamChange,
    { tenantId, before }: ChangeOf<Appointment>,
    after: Appointment,
  ): Promise<void> {
    const [was = [], is] = [before?.assignments, after.assignments];
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    const ids = [...new Set([...was, ...is].map(({ technicianId }) => technicianId))];
    const technicians = await Promise.all(ids.map((id) => this.#table.get(technicianEntity, tenantId, { id })));
    const concerned = new Set(technicians.flatMap((one) => one?.territoryIds ?? []));
    concerned.delete(after.territoryId);
    this.#tell(change, tenantId, concerned, after.id, { kind: 'appointment', appointment: after });
  }

  /** An absence names its technician only; he says whose boards it concerns. */
  async #technician(change: StreamChange): Promise<void> {
    const absence = readChange(absenceEntity, change);
    const { technicianId } = absence?.after ?? absence?.before ?? {};
    const absent =
      absence && technicianId !== undefined
        ? await this.#table.get(technicianEntity, absence.tenantId, { id: technicianId })
        : undefined;
    if (absence && absent) this.#tellOf(change, absence.tenantId, absent);
    const technician = readChange(technicianEntity, change);
    if (technician?.after) this.#tellOf(change, technician.tenantId, technician.after, technician.before);
  }

  #tellOf(change: StreamChange, tenantId: string, technician: Technician, before = technician): void {
    const concerned = new Set([...technician.territoryIds, ...before.territoryIds]);
    this.#tell(change, tenantId, concerned, technician.id, { kind: 'technician', technician });
  }

  #tell(
    { sequenceNumber }: StreamChange,
    tenantId: string,
    concerned: Iterable<string | undefined>,
    id: string,
    live: LiveChange,
  ): void {
    for (const territoryId of concerned) {
      const group = this.#group(tenantId, territoryId);
      group.changes.set(id, live);
      group.sequenceNumbers.push(sequenceNumber);
    }
  }

  #position({ sequenceNumber }: StreamChange, tenantId: string, latest: LatestPosition): void {
    const group = this.#group(tenantId, latest.territoryId);
    group.positions.set(latest.technicianId, latest);
    group.sequenceNumbers.push(sequenceNumber);
  }

  #group(tenantId: string, territoryId: string | undefined): LiveGroup {
    const key = `${tenantId}#${territoryId ?? ''}`;
    const group = this.#groups.get(key) ?? {
      tenantId,
      territoryId,
      changes: new Map(),
      positions: new Map(),
      sequenceNumbers: [],
    };
    this.#groups.set(key, group);
    return group;
  }
}
