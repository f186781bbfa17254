import type { Appointment } from '../../shared/model/appointment.ts';
import type { VisitChange } from '../../shared/rules/mutations/visit-rule.ts';
import { fieldNoticeEntity } from '../store/entities/field-notice.ts';
import { meterReadingEntity } from '../store/entities/meter-reading.ts';
import { noteEntity } from '../store/entities/note.ts';
import { partUsageEntity } from '../store/entities/part-usage.ts';
import { photoEntity } from '../store/entities/photo.ts';
import { signatureEntity } from '../store/entities/signature.ts';
import { stockLevelEntity } from '../store/entities/stock-level.ts';
import { stockMovementEntity } from '../store/entities/stock-movement.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { StaffAsked } from './route.ts';
import { writeVisitChange } from './write-visit-change.ts';

/** Writes the lines that a change adds to an appointment, with the ledger where a part moved, and whatever else it does. */
export const writeVisitLines = async (
  asked: StaffAsked,
  work: UnitOfWork,
  before: Appointment,
  change: VisitChange,
): Promise<Appointment> => {
  const { deps, tenantId } = asked;
  const { note, photo, signature, meterReading, notice } = change;
  if (note) work.add(noteEntity, note);
  // The same content again is the same picture.
  if (photo && !(await deps.table.get(photoEntity, tenantId, photo))) work.add(photoEntity, photo);
  if (signature && !(await deps.table.get(signatureEntity, tenantId, signature))) work.add(signatureEntity, signature);
  if (meterReading) work.add(meterReadingEntity, meterReading);
  if (notice) {
    const conflicts = change.conflicts && { conflicts: [...change.conflicts] };
    work.create(fieldNoticeEntity, { ...notice, ...conflicts, id: notice.id ?? deps.newId('fieldNotice') });
  }
  writeLedger(asked, work, before.id, change);
  return writeVisitChange(asked, work, before, change);
};

const writeLedger = (
  { deps }: StaffAsked,
  work: UnitOfWork,
  appointmentId: string,
  { partUsage, stock }: VisitChange,
): void => {
  if (!partUsage || !stock) return;
  const { stockLocationId, partId, change } = stock;
  work.add(partUsageEntity, partUsage);
  work.count(
    stockLevelEntity,
    { stockLocationId, partId },
    { field: 'quantity', by: change, refusal: 'stock-too-low' },
  );
  work.add(stockMovementEntity, {
    id: deps.newId('stockMovement'),
    stockLocationId,
    partId,
    kind: change > 0 ? 'return' : 'usage',
    change,
    at: partUsage.at,
    by: partUsage.by,
    appointmentId,
  });
};
