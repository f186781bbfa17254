import { gridCity } from './grid-city.ts';
import { simulateDrive } from './simulate-drive.ts';
import type { Town } from './town.ts';

/** A synthetic town of streets at right angles. */
export const gridTown = (random: () => number): Town => {
  const city = gridCity(random);
  return {
    name: 'grid',
    outing: (dice, day) => {
      const drive = simulateDrive(city, dice, day);
      return { drive, travel: city.travelTo(drive.goal) };
    },
  };
};
