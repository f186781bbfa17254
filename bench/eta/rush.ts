/** How much of a rush an hour of the day is: twice a day, up to the full. */
export const rush = (hour: number): number =>
  Math.exp(-((hour - 8.5) ** 2) / 0.8) + Math.exp(-((hour - 16.5) ** 2) / 1.2);
