import type * as z from 'zod/mini';

/** The groups of staff, as they stand in the token's `cognito:groups`. */
export const roles = ['dispatcher', 'agent', 'technician', 'clerk', 'manager', 'administrator'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call: staff of one of the roles (a technician only for what is his own), the holder of a customer's session
 * of one scope, a tracker app with its device's secret, or anyone.
 */
export type Access =
  | { readonly kind: 'staff'; readonly roles: readonly Role[] }
  | { readonly kind: 'customer'; readonly scope: 'report' | 'visit' | 'quote' }
  | { readonly kind: 'device' }
  | { readonly kind: 'anyone' };

export const staff = (...allowed: readonly Role[]): Access => ({ kind: 'staff', roles: allowed });
export const everyStaff: Access = { kind: 'staff', roles };
export const customer = (scope: 'report' | 'visit' | 'quote'): Access => ({ kind: 'customer', scope });
/** A tracker app that holds the secret of one technician's device. */
export const device: Access = { kind: 'device' };
export const anyone: Access = { kind: 'anyone' };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Schema = z.ZodMiniType;

/** One way to ask the server for something. It is written once here and serves the handler, the client, the API document, the gateway's routes and the authorization test. */
export interface Endpoint {
  readonly method: Method;
  /** With named parameters in braces, e.g. /v1/appointments/{appointmentId}. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** What a success answers with; absent where it answers 204 without a body. */
  readonly response?: Schema;
  readonly status: 200 | 201 | 202 | 204;
  /** Writes that are repeated with the same Idempotency-Key answer as the first time; these also take If-Match. */
  readonly versioned?: boolean;
  /** Its answer carries a tag of its content; who names that tag in If-None-Match is answered 304 where nothing changed. */
  readonly tagged?: boolean;
  /** The folder in functions/ that answers. */
  readonly entry: 'http' | 'dispatch' | 'geography' | 'administration' | 'agreements' | 'positions' | 'sync';
}

type Parsed<S> = S extends Schema ? z.infer<S> : undefined;
type Given<S> = S extends Schema ? z.input<S> : undefined;

export type ParamsOf<E extends Endpoint> = Parsed<E['params']>;
export type QueryOf<E extends Endpoint> = Parsed<E['query']>;
export type BodyOf<E extends Endpoint> = Parsed<E['body']>;
export type ResponseOf<E extends Endpoint> = Parsed<E['response']>;
/** What a caller passes in, before defaults are filled in. */
export type CallOf<E extends Endpoint> = (E['params'] extends Schema
  ? { params: Given<E['params']> }
  : { params?: undefined }) &
  (E['query'] extends Schema ? { query: Given<E['query']> } : { query?: undefined }) &
  (E['body'] extends Schema ? { body: Given<E['body']> } : { body?: undefined });

const usual = { entry: 'http', status: 200 } as const;

/** Fills in what most endpoints share; what the endpoint says itself wins, in its type too. */
export const endpoint = <
  const E extends Omit<Endpoint, 'entry' | 'status'> & Partial<Pick<Endpoint, 'entry' | 'status'>>,
>(
  e: E,
): Omit<typeof usual, keyof E> & E => ({ ...usual, ...e });
