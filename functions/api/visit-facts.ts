import type { Appointment } from '../../shared/model/appointment.ts';
import type { VisitFacts } from '../../shared/rules/mutations/visit-rule.ts';
import { partEntity } from '../store/entities/part.ts';
import { stockLevelEntity } from '../store/entities/stock-level.ts';
import { assetReadings } from '../store/questions/asset-file.ts';
import { partUsagesOf } from '../store/questions/appointment-file.ts';
import type { StaffAsked } from './route.ts';

/** What a change speaks of beside the appointment. */
export interface SpokenOf {
  readonly partId?: string | undefined;
  readonly assetId?: string | undefined;
  /** What was taken before counts. */
  readonly isReturn?: boolean | undefined;
}

/** What the rules look at, read as far as the change speaks of it. */
export const visitFacts = async (
  { deps: { table }, tenantId }: StaffAsked,
  appointment: Appointment,
  { partId, assetId, isReturn }: SpokenOf,
  vanStockLocationId?: string,
): Promise<VisitFacts> => {
  const [part, level, partUsages, meterReadings] = await Promise.all([
    partId === undefined ? undefined : table.get(partEntity, tenantId, { id: partId }),
    partId === undefined || vanStockLocationId === undefined
      ? undefined
      : table.get(stockLevelEntity, tenantId, { stockLocationId: vanStockLocationId, partId }),
    !isReturn ? [] : partUsagesOf(table, tenantId, appointment.id),
    assetId === undefined ? [] : assetReadings(table, tenantId, assetId),
  ]);
  return { appointment, parts: part ? [part] : [], stock: level ? [level] : [], partUsages, meterReadings };
};
