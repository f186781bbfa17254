/** What was found by trial on seeds of the generator and on Solomon's instances; docs/routing.md tells what each is for. */
export const tuning = {
  /** First and last temperature, in units of what a stop costs at the start. */
  hot: 0.8,
  cold: 0.03,
  /** The first temperature where the first plan has a place for every stop: only the order is to be found, which wants more freedom. */
  hotWhole: 3,
  /** Where more than this share of the stops depends on others: first and last temperature, in units of what a way costs at the start. */
  tiedShare: 0.1,
  hotTied: 2,
  coldTied: 0.03,
  /** There so many moves by lot follow each removal, at most; about the same time. Where fewer depend on others, fewer, and of those alone. */
  moves: 50,
  /** How often a step opens an empty route for one stop, so that others may follow. */
  openShare: 0.05,
  /** What absence weighs at first and at last. */
  mild: 0.3,
  hard: 8,
  /** For so much of the search a plan with a place for (nearly) every stop is looked for: absence weighs as at last. Where one is found, it stays so. */
  probe: 0.1,
  nearlyWhole: 0.01,
  /** A stop is let in for no more than so much of what its absence weighs. */
  limit: 0.6,
  /** Beside how many of its nearest stops, and at the ends of how many routes of near technicians, a stop is tried. */
  look: 30,
  techs: 4,
  /** Where (nearly) all of at most so many stops fit, every position is looked at: that is as fast there, and frees what is stuck. */
  wide: 300,
};
