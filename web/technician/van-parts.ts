import type { Appointment } from '../../shared/model/appointment.ts';
import type { Part } from '../../shared/model/part.ts';
import type { MyDay } from './my-day.ts';

export interface VanPart {
  readonly part: Part;
  readonly quantity: number;
  /** Whether this appointment was planned with it. */
  readonly planned: boolean;
}

/** What lies on the van, what the appointment was planned with first, then by name. */
export const vanParts = (stop: Appointment, day: Pick<MyDay, 'stock' | 'parts'> | undefined): VanPart[] => {
  const planned = new Set(stop.partRequirements.map(({ partId }) => partId));
  const quantities = new Map(day?.stock.map((level) => [level.partId, level.quantity]));
  return (day?.parts ?? [])
    .map((part) => ({ part, quantity: quantities.get(part.id) ?? 0, planned: planned.has(part.id) }))
    .filter(({ quantity }) => quantity > 0)
    .sort((one, other) => Number(other.planned) - Number(one.planned) || one.part.name.localeCompare(other.part.name));
};

/** The part that a label names: by its number, in any spelling of it. */
export const partByCode = <Named extends Pick<Part, 'number'>>(
  parts: readonly Named[],
  code: string,
): Named | undefined => {
  const wanted = bare(code);
  return wanted === '' ? undefined : parts.find(({ number }) => bare(number) === wanted);
};

const bare = (code: string): string => code.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
