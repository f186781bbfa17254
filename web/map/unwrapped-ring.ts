type Ring = readonly (readonly number[])[];

/** Where the map ends; a ring around a pole is closed along it. */
const mapEnd = 85.06;

/** A ring without jumps at the date line: longitudes run on beyond 180°, and one that goes around a pole is closed there. */
export const unwrappedRing = (ring: Ring): number[][] => {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  const run = ring.map(([longitude = 0, latitude = 0]) => {
    if (longitude - before > 180) turns -= 360;
    else if (longitude - before < -180) turns += 360;
    before = longitude;
    return [longitude + turns, latitude];
  });
  const mean = run.reduce((sum, [longitude = 0]) => sum + longitude, 0) / Math.max(1, run.length);
  const home = 360 * Math.round(mean / 360);
  const shifted = run.map(([longitude = 0, latitude = 0]) => [longitude - home, latitude]);
  return turns === 0 ? shifted : closedAtPole(shifted);
};

const closedAtPole = (ring: number[][]): number[][] => {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last) return ring;
  const end = (first[1] ?? 0) < 0 ? -mapEnd : mapEnd;
  return [...ring, [last[0] ?? 0, end], [first[0] ?? 0, end], first];
};
