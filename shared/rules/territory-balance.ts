/** What is asked of a territory in a week, and the time that its technicians have for it. */
export interface Load {
  readonly territoryId: string;
  readonly workHours: number;
  readonly shiftHoursPerWeek: number;
}

export interface Balance {
  readonly territoryId: string;
  /** Work over time: 1 is all of the shifts. Absent where nobody works. */
  readonly load: number | undefined;
  /** Against the load of all together: 0.2 is a fifth more than its share. Absent where either is unknown. */
  readonly deviation: number | undefined;
  readonly verdict: 'balanced' | 'over' | 'under' | 'nobody';
}

/** More than this from the common load is worth redrawing a border; an assumption. */
const tolerance = 0.25;

/** How evenly work and hours are spread over territories. */
export const territoryBalance = (loads: readonly Load[]): Balance[] => {
  const hours = loads.reduce((sum, { shiftHoursPerWeek }) => sum + shiftHoursPerWeek, 0);
  const work = loads.reduce((sum, { workHours }) => sum + workHours, 0);
  const common = hours > 0 && work > 0 ? work / hours : undefined;
  return loads.map(({ territoryId, workHours, shiftHoursPerWeek }) => {
    if (shiftHoursPerWeek === 0) {
      return { territoryId, load: undefined, deviation: undefined, verdict: workHours > 0 ? 'nobody' : 'balanced' };
    }
    const load = workHours / shiftHoursPerWeek;
    const deviation = common === undefined ? undefined : load / common - 1;
    return { territoryId, load, deviation, verdict: verdictOf(deviation ?? 0) };
  });
};

const verdictOf = (deviation: number): Balance['verdict'] =>
  deviation > tolerance ? 'over' : deviation < -tolerance ? 'under' : 'balanced';
