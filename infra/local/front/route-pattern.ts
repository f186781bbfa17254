/** A route key of API Gateway, such as `GET /v1/customers/{customerId}`. */
export interface RoutePattern {
  fits(method: string, path: string): boolean;
  /** The values of its parameters in a path that fits, decoded. */
  parameters(path: string): Record<string, string>;
  /** How much it leaves open; of several that fit, the least open one counts. */
  readonly openness: number;
}

/** Reads `METHOD /path/{parameter}/{rest+}`, `ANY …` and `$default`. */
export function routePattern(routeKey: string): RoutePattern {
  if (routeKey === '$default') return { fits: () => true, parameters: () => ({}), openness: Number.POSITIVE_INFINITY };
  const [method = '', path = ''] = routeKey.split(' ');
  const wanted = path.split('/');
  const greedy = wanted.at(-1)?.endsWith('+}') === true;
  const single = (segment: string) => segment.startsWith('{');
  return {
    openness: wanted.filter(single).length + (greedy ? 100 : 0) + (method === 'ANY' ? 0.5 : 0),
    fits: (asked, given) => {
      const segments = given.split('/');
      if (method !== 'ANY' && method !== asked) return false;
      if (greedy ? segments.length < wanted.length : segments.length !== wanted.length) return false;
      return wanted.every((segment, index) => (single(segment) ? segments[index] !== '' : segment === segments[index]));
    },
    parameters: (given) => {
      const segments = given.split('/');
      return Object.fromEntries(
        wanted.flatMap((segment, index) => {
          if (!single(segment)) return [];
          const rest = segment.endsWith('+}') ? segments.slice(index).join('/') : (segments[index] ?? '');
          return [[segment.replace(/^\{|\+?\}$/g, ''), decodeURIComponent(rest)]];
        }),
      );
    },
  };
}
