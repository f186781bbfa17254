import type { Judgement } from './evaluators.ts';

/** A file of iolab-uniud/hhcrsp, as far as it is judged. Minutes. */
export interface HomeCareFile {
  distances: number[][];
  patients: {
    id: string;
    time_window: [number, number];
    required_caregivers: { service: string; duration?: number }[];
    synchronization?: { type: 'simultaneous' | 'sequential'; distance?: [number, number] };
  }[];
  caregivers: { id: string; abilities: string[] }[];
  services: { id: string; default_duration: number }[];
}

/** A published solution, or ours in its form. */
export interface HomeCareRoutes {
  routes: {
    caregiver_id: string;
    locations?: { patient: string; service: string; arrival_time: number; departure_time: number }[];
  }[];
}

export interface HomeCareJudgement extends Judgement {
  travel: number;
  totalTardiness: number;
  highestTardiness: number;
  /** The paper's cost: the three by a third each. */
  cost: number;
}

interface Visit {
  readonly caregiver: string;
  readonly at: number;
}

/** Recomputes a solution from the file alone: every service once by who is able, times that the ways allow, both orders of double services. */
export const judgeHomeCare = (file: HomeCareFile, { routes }: HomeCareRoutes): HomeCareJudgement => {
  const errors: string[] = [];
  const visits = new Map<string, Visit[]>();
  let travel = 0;
  for (const { caregiver_id: caregiver, locations = [] } of routes) {
    const abilities = file.caregivers.find(({ id }) => id === caregiver)?.abilities ?? [];
    let [place, free] = [0, 0];
    for (const { patient, service, arrival_time: at } of locations) {
      const index = file.patients.findIndex(({ id }) => id === patient);
      const leg = file.distances[place]?.[index + 1] ?? Number.NaN;
      if (!(free + leg <= at)) errors.push(`${caregiver} cannot be with ${patient} at ${at}`);
      if (!abilities.includes(service)) errors.push(`${caregiver} is not able to do ${service}`);
      const key = `${patient} ${service}`;
      visits.set(key, [...(visits.get(key) ?? []), { caregiver, at }]);
      travel += leg;
      free = at + durationOf(file, index, service);
      place = index + 1;
    }
    if (locations.length > 0) travel += file.distances[place]?.[0] ?? 0;
  }
  const late = file.patients.flatMap((patient) => judgePatient(patient, visits, errors));
  const totalTardiness = late.reduce((sum, each) => sum + each, 0);
  const highestTardiness = Math.max(0, ...late);
  const asked = file.patients.reduce((sum, each) => sum + each.required_caregivers.length, 0);
  const done = routes.reduce((sum, { locations = [] }) => sum + locations.length, 0);
  if (done !== asked) errors.push(`${done} services done, ${asked} asked for`);
  const cost = (travel + totalTardiness + highestTardiness) / 3;
  return { feasible: errors.length === 0, errors, travel, totalTardiness, highestTardiness, cost };
};

const durationOf = (file: HomeCareFile, patient: number, service: string): number =>
  file.patients[patient]?.required_caregivers.find((each) => each.service === service)?.duration ??
  file.services.find(({ id }) => id === service)?.default_duration ??
  Number.NaN;

const judgePatient = (
  patient: HomeCareFile['patients'][number],
  visits: ReadonlyMap<string, readonly Visit[]>,
  errors: string[],
): number[] => {
  const { id, required_caregivers: required, synchronization } = patient;
  // Some lie a rounding error off a minute; the published solutions have them truncated.
  const [opens = 0, closes = Infinity] = patient.time_window.map(Math.floor);
  const taken = new Map<string, number>();
  const found = required.map(({ service }) => {
    const nth = taken.get(service) ?? 0;
    taken.set(service, nth + 1);
    return visits.get(`${id} ${service}`)?.[nth];
  });
  const [first, second] = found;
  if (found.some((each) => each === undefined)) errors.push(`${id} lacks a service`);
  for (const each of found) if (each && each.at < opens) errors.push(`${id} is visited too early`);
  if (synchronization && first && second) {
    const apart = second.at - first.at;
    const [least, most] =
      synchronization.type === 'simultaneous' ? [0, 0] : (synchronization.distance ?? [0, Infinity]);
    if (apart < least || apart > most) errors.push(`${id}: services ${apart} apart, not ${least} to ${most}`);
    if (first.caregiver === second.caregiver) errors.push(`${id}: one carer for both services`);
  }
  return found.map((each) => Math.max(0, (each?.at ?? 0) - closes));
};
