import { itemOf } from '../../functions/store/entity.ts';
import { technicianEntity } from '../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../functions/store/entities/territory.ts';
import type { Table } from '../../functions/store/table-client.ts';
import type { Position } from '../../shared/model/place.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';
import { aTechnician } from '../../test/builders/a-technician.ts';
import { aTerritory, boston } from '../../test/builders/a-territory.ts';
import { anId } from '../../test/builders/an-id.ts';

export interface FleetMember {
  readonly tenantId: string;
  readonly technicianId: string;
  readonly home: Position;
  /** His fixes from an instant on, driving in a circle about his home. */
  drive(fromMs: number, count: number, everySeconds: number): PositionFix[];
}

/** A tenant's technicians on shift, fifty to a territory. */
export const keepFleet = async (table: Table, size: number, random: () => number): Promise<FleetMember[]> => {
  const tenantId = anId('tenant');
  const fleet: FleetMember[] = [];
  let territoryId = '';
  for (let place = 0; place < size; place += 1) {
    if (place % 50 === 0) {
      const territory = aTerritory({ id: anId('territory') });
      territoryId = territory.id;
      await table.put(itemOf(territoryEntity, tenantId, territory), {});
    }
    const technician = aTechnician({ id: anId('technician'), territoryIds: [territoryId] });
    await table.put(itemOf(technicianEntity, tenantId, technician), {});
    const home: Position = [boston[0] + (random() - 0.5) * 0.6, boston[1] + (random() - 0.5) * 0.4];
    fleet.push({ tenantId, technicianId: technician.id, home, drive: circleAbout(home, random() * 7) });
  }
  return fleet;
};

const circleAbout =
  ([longitude, latitude]: Position, phase: number) =>
  (fromMs: number, count: number, everySeconds: number): PositionFix[] =>
    Array.from({ length: count }, (_, i) => {
      const atMs = fromMs + (i + 1) * everySeconds * 1000;
      const angle = phase + (atMs / 1000) * 0.01;
      return {
        at: new Date(atMs).toISOString(),
        location: [longitude + 0.01 * Math.cos(angle), latitude + 0.01 * Math.sin(angle)],
        accuracyMetres: 8,
        speedMetresPerSecond: 10.4,
        headingDegrees: Math.round(((angle * 180) / Math.PI) % 360),
        batteryPercent: 80,
      };
    });
