import type { StockLevel, StockLocation } from '../../../shared/model/stock.ts';
import type { Catalogue } from './catalogue.ts';
import type { Maker } from './maker.ts';
import { type PartKey, partsList } from './parts-list.ts';
import type { Crewed } from './technicians.ts';
import { workTypeList, type WorkTypeLine } from './work-type-list.ts';

/** Vans carry what their technician's skills use; one warehouse has the rest. */
export function buildStock(
  make: Maker,
  { parts }: Catalogue,
  crew: readonly Crewed[],
): { warehouse: StockLocation; opening: StockLevel[] } {
  const warehouse: StockLocation = {
    ...make.record('stockLocation', 'warehouse'),
    name: 'Warehouse Newmarket Square',
    kind: 'warehouse',
    place: { location: [-71.0665, 42.3312], addressText: '40 Newmarket Sq, Roxbury, Boston, MA 02118' },
    openingHours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '06:30', to: '18:00' }],
  };
  const level = (location: StockLocation, key: PartKey, quantity: number): StockLevel => ({
    stockLocationId: location.id,
    partId: parts[key].id,
    quantity,
    version: 1,
    updatedAt: warehouse.createdAt,
  });
  const random = make.random('stock');
  const opening = crew.flatMap(({ line, van }) => {
    const wanted = partsFor(new Set(line.skills.map(([skill]) => skill)));
    return partsList
      .filter(([key]) => wanted.has(key))
      .map(([key, , , usual]) => level(van, key, Math.max(1, usual + random.between(-1, 2))));
  });
  opening.push(...partsList.map(([key, , , usual]) => level(warehouse, key, Math.max(4, usual * 20))));
  return { warehouse, opening };
}

function partsFor(skills: ReadonlySet<string>): Set<PartKey> {
  const lines: readonly WorkTypeLine[] = Object.values(workTypeList);
  const wanted = lines.filter(({ skill: [skill] }) => skills.has(skill));
  return new Set(wanted.flatMap(({ uses, part }) => [...uses, ...(part === undefined ? [] : [part])]));
}
