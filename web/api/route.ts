import type { Endpoint } from '../../shared/protocol/endpoint.ts';

/**
 * Method and path of an endpoint without its schemas: a page that must stay small writes
 * `const getVisit: RouteOf<typeof visit.getVisit> = { method: 'GET', path: '/v1/visit' }` with a type-only import, and the
 * type holds it to the contract.
 */
export interface RouteOf<E extends Endpoint> {
  readonly method: E['method'];
  readonly path: E['path'];
  /** Never there: it carries the endpoint's types. */
  readonly endpoint?: E;
}

/** What can be called: an endpoint itself, or its route. */
export type Callable = Endpoint | RouteOf<Endpoint>;
export type EndpointOf<C extends Callable> = C extends Endpoint ? C : C extends RouteOf<infer E> ? E : never;

/** The address of one call: path parameters filled in, query appended; values left undefined are left out. */
export const addressOf = (path: string, given: { readonly params?: unknown; readonly query?: unknown }): string => {
  const params = textsOf(given.params);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params.get(name);
    if (value === undefined) throw new Error(`${path} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...textsOf(given.query)]).toString();
  return query === '' ? filled : `${filled}?${query}`;
};

const textsOf = (values: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(values ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
