/** The same facts with this one put in, or without it where nothing is entered. */
export const withFact = <Facts extends object, Name extends keyof Facts>(
  facts: Facts,
  name: Name,
  value: Facts[Name] | undefined,
): Facts => {
  const next = { ...facts };
  if (value === undefined) Reflect.deleteProperty(next, name);
  else next[name] = value;
  return next;
};
