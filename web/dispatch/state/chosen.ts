/** A choice among ids; never changed in place, so that screens see each change. */
export const choiceOf = (ids: readonly string[]): ReadonlySet<string> => new Set(ids);

export const withChoice = (chosen: ReadonlySet<string>, id: string, wanted: boolean): ReadonlySet<string> =>
  choiceOf(wanted ? [...chosen, id] : [...chosen].filter((other) => other !== id));
