import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '../../shared/protocol/endpoint.ts';
import type { Caller } from '../platform/identity.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { CustomerCaller } from './customer-caller.ts';
import type { ApiDeps } from './api-deps.ts';

/** A request after everything that is the same for all: identity, access, schemas, headers. */
export interface Asked<E extends Endpoint, Who, Deps extends ApiDeps = ApiDeps> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly caller: Who;
  readonly tenantId: string;
  /** The version that If-Match names. */
  readonly ifMatch: number | undefined;
  readonly now: string;
  /** The hash of caller and Idempotency-Key, where one was given. */
  readonly onceKey: string | undefined;
  readonly deps: Deps;
  /** A new unit of work that also keeps the answer for a repeat with the same Idempotency-Key; a part of a larger change keeps none. */
  begin(as?: 'part'): UnitOfWork;
  /** Commits and gives the answer (of the first time, where this is a repeat); a refused condition becomes a problem. */
  settle(work: UnitOfWork, answer: ResponseOf<E>): Promise<ResponseOf<E>>;
  /** Reads, decides and commits; where someone was faster it reads and decides anew, so that his change is seen. */
  decide(decision: () => Promise<Decision<ResponseOf<E>>>): Promise<ResponseOf<E>>;
}
export interface Decision<Answer> {
  readonly work: UnitOfWork;
  readonly answer: Answer;
}
/** What pieces that several routes share need of a request by staff. */
export type StaffAsked<Deps extends ApiDeps = ApiDeps> = Pick<
  Asked<Endpoint, StaffCaller, Deps>,
  'caller' | 'tenantId' | 'ifMatch' | 'now' | 'deps' | 'begin'
>;
/** A member of staff; `technicianId` is set exactly where he may see and do only what is his own. */
export interface StaffCaller extends Caller {
  readonly onlyTechnicianId?: string;
}
export type Callers = { staff: StaffCaller; customer: CustomerCaller; anyone: undefined };

/** One endpoint with what answers it. */
export interface Route<Deps extends ApiDeps> {
  readonly endpoint: Endpoint;
  readonly answer: (asked: Asked<Endpoint, never, Deps>) => Promise<unknown>;
  /** Whether its answer may be kept for a repeat: not one that holds a secret or an address that ends soon. */
  readonly keepsAnswer: boolean;
}

/** How an entry writes its routes, by what it gives them: for staff, for a customer's session, for anyone. */
export const routesOn = <Deps extends ApiDeps>() => ({
  staffRoute: routeFor<'staff', Deps>('staff'),
  customerRoute: routeFor<'customer', Deps>('customer'),
  openRoute: routeFor<'anyone', Deps>('anyone'),
});

const routeFor =
  <Kind extends keyof Callers, Deps extends ApiDeps>(kind: Kind) =>
  <E extends Endpoint>(
    endpoint: E,
    answer: (asked: Asked<E, Callers[Kind], Deps>) => Promise<ResponseOf<E>>,
    { keepsAnswer = true }: { readonly keepsAnswer?: boolean } = {},
  ): Route<Deps> => {
    if (endpoint.access.kind !== kind) throw new Error(`${endpoint.path} is not open to ${kind}`);
    // What reaches it was parsed by this very endpoint's schemas, see run-route.ts.
    return { endpoint, answer: answer as Route<Deps>['answer'], keepsAnswer };
  };
