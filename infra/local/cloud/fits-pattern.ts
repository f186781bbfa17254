/** Whether an event fits a filter pattern of Lambda's event source mappings (the rules of EventBridge that it supports). */
export function fitsPattern(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((rule) => fitsRule(rule, event));
  if (!isRecord(pattern)) throw new Error(`A filter pattern holds lists of rules, not ${JSON.stringify(pattern)}`);
  return Object.entries(pattern).every(([name, inner]) => {
    if (name === '$or') return Array.isArray(inner) && inner.some((one) => fitsPattern(one, event));
    return fitsPattern(inner, isRecord(event) ? event[name] : undefined);
  });
}

function fitsRule(rule: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => fitsRule(rule, one));
  if (!isRecord(rule)) return rule === value;
  const [[kind = '', wanted] = []] = Object.entries(rule);
  const text = typeof value === 'string' ? value : undefined;
  switch (kind) {
    case 'exists':
      return (value !== undefined) === wanted;
    case 'prefix':
      return text?.startsWith(String(wanted)) === true;
    case 'suffix':
      return text?.endsWith(String(wanted)) === true;
    case 'equals-ignore-case':
      return text?.toLowerCase() === String(wanted).toLowerCase();
    case 'anything-but':
      return value !== undefined && !fitsAny(wanted, value);
    case 'numeric':
      return typeof value === 'number' && fitsNumbers([wanted].flat(), value);
    default:
      throw new Error(`The runner knows no filter rule ${kind}`);
  }
}

const fitsAny = (rules: unknown, value: unknown): boolean => [rules].flat().some((rule) => fitsRule(rule, value));

/** `[">", 0, "<=", 5]`: every comparison holds. */
function fitsNumbers(comparisons: readonly unknown[], value: number): boolean {
  for (let i = 0; i < comparisons.length; i += 2) {
    const bound = Number(comparisons[i + 1]);
    const holds = {
      '=': value === bound,
      '>': value > bound,
      '>=': value >= bound,
      '<': value < bound,
      '<=': value <= bound,
    };
    const comparison = String(comparisons[i]);
    if (!(comparison in holds)) throw new Error(`The runner knows no comparison ${comparison}`);
    if (!holds[comparison as keyof typeof holds]) return false;
  }
  return true;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
