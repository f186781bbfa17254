import type { Part } from '../../../shared/model/part.ts';
import type { FixPromises } from '../../../shared/model/fix-promises.ts';
import type { Skill } from '../../../shared/model/skill.ts';
import type { Territory } from '../../../shared/model/territory.ts';
import type { WorkType } from '../../../shared/model/work-type.ts';
import type { Maker } from './maker.ts';
import { type PartKey, partsList } from './parts-list.ts';
import { territoryAreas, type TerritoryKey } from './territory-areas.ts';
import { type SkillKey, skillNames, workTypeList, type WorkTypeKey, type WorkTypeLine } from './work-type-list.ts';

/** What the demonstration company works with, by the short names of the code. */
export interface Catalogue {
  readonly territories: Readonly<Record<TerritoryKey, Territory>>;
  readonly skills: Readonly<Record<SkillKey, Skill>>;
  readonly parts: Readonly<Record<PartKey, Part>>;
  readonly workTypes: Readonly<Record<WorkTypeKey, WorkType>>;
}

export const demonstrationZone = 'America/New_York';

export function buildCatalogue(make: Maker): Catalogue {
  const territories = {
    north: territory(make, 'north', 'Downtown & North'),
    west: territory(make, 'west', 'Back Bay, Fenway & Allston'),
    east: territory(make, 'east', 'South Boston & Dorchester'),
    south: territory(make, 'south', 'Jamaica Plain, Roslindale & Hyde Park'),
  };
  const skills = mapRecord(skillNames, (name, key): Skill => ({ ...make.record('skill', key), name }));
  const parts = Object.fromEntries(
    partsList.map(([key, name, priceMinorUnits], index) => [
      key,
      { ...make.record('part', key), name, number: `HF-${1001 + index}`, priceMinorUnits },
    ]),
  ) as Record<PartKey, Part>; // every key of the list is there
  const lines: Readonly<Record<WorkTypeKey, WorkTypeLine>> = workTypeList;
  const workTypes = mapRecord(lines, (line, key) => workType(make, key, line, skills, parts));
  return { territories, skills, parts, workTypes };
}

function territory(make: Maker, key: TerritoryKey, name: string): Territory {
  return {
    ...make.record('territory', key),
    name,
    area: territoryAreas[key],
    timeZone: demonstrationZone,
    operatingHours: [
      { weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '18:30' },
      { weekdays: [6, 7], from: '08:00', to: '16:00' },
    ],
  };
}

function workType(
  make: Maker,
  key: WorkTypeKey,
  line: WorkTypeLine,
  skills: Catalogue['skills'],
  parts: Catalogue['parts'],
): WorkType {
  const [skill, level] = line.skill;
  return {
    ...make.record('workType', key),
    name: line.name,
    assetClasses: [...line.assetClasses],
    durationSeconds: line.minutes * 60,
    ...(line.crew !== undefined && { crewSize: line.crew }),
    priority: line.priority,
    skillRequirements: [{ skillId: skills[skill].id, level }],
    partRequirements: line.part === undefined ? [] : [{ partId: parts[line.part].id, quantity: 1 }],
    tasks: line.steps.map(([label, answer, required, unit]) => ({
      label,
      answer,
      required,
      ...(unit === undefined ? {} : { unit }),
    })),
    fixWithinSeconds: promisesOf(line.promiseHours),
    offeredToCustomers: line.offered,
  };
}

/** Promises from hours: emergency, high, normal, low; a week at most, as durations are limited. */
export function promisesOf([emergency, high, normal, low]: readonly [number, number, number, number]): FixPromises {
  const seconds = (hours: number) => Math.min(hours, 168) * 3600;
  return { emergency: seconds(emergency), high: seconds(high), normal: seconds(normal), low: seconds(low) };
}

function mapRecord<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From, key: Key) => To,
): Record<Key, To> {
  const keys = Object.keys(record) as Key[]; // the record's own keys
  return Object.fromEntries(keys.map((key) => [key, change(record[key], key)])) as Record<Key, To>;
}
