import type { StockLocation } from '../../../shared/model/stock.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { Catalogue } from './catalogue.ts';
import { inventPlace } from './invent-place.ts';
import type { Maker } from './maker.ts';
import { shiftHours, type TechnicianLine, technicianList } from './technician-list.ts';

/** A technician with the van that goes with him. */
export interface Crewed {
  readonly line: TechnicianLine;
  readonly technician: Technician;
  readonly van: StockLocation;
}

/** Everyone who works for the demonstration company, in the order of the list. */
export function buildTechnicians(make: Maker, catalogue: Catalogue): Crewed[] {
  return technicianList.map((line, index) => {
    const van: StockLocation = {
      ...make.record('stockLocation', `van-${line.name}`),
      name: `Van ${index + 11}, ${firstName(line)}`,
      kind: 'van',
    };
    return { line, van, technician: technicianOf(make, catalogue, line, van, index) };
  });
}

export const firstName = ({ name }: { readonly name: string }): string => name.split(' ', 1)[0] ?? name;

function technicianOf(
  make: Maker,
  { territories, skills }: Catalogue,
  line: TechnicianLine,
  van: StockLocation,
  index: number,
): Technician {
  const random = make.random(`technician/${line.name}`);
  const early = line.shift === 'early';
  return {
    ...make.record('technician', line.name),
    name: line.name,
    phone: `+1617555${String(200 + index).padStart(4, '0')}`,
    email: `${firstName(line).toLowerCase()}@example.com`,
    language: line.chinese ? 'zh' : 'en',
    employment: line.contractor ? 'contractor' : 'staff',
    territoryIds: [line.home, ...(line.also ? [line.also] : [])].map((key) => territories[key].id),
    skills: line.skills.map(([skill, level]) => ({
      skillId: skills[skill].id,
      level,
      ...(line.expired === skill ? { expiresOn: '2026-08-31' } : {}),
    })),
    shifts: shiftHours[line.shift].map((hours) => ({ ...hours, weekdays: [...hours.weekdays] })),
    breakRule: { earliest: early ? '11:00' : '12:00', latest: early ? '12:00' : '13:30', durationSeconds: 1800 },
    startPlace: inventPlace(random, line.home),
    vanStockLocationId: van.id,
    vehicle: `${random.pick(['white', 'white', 'blue', 'grey'])} van ${index + 11}`,
    active: true,
  };
}
