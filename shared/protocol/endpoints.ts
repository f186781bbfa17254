import * as account from './endpoints/account.ts';
import * as agreementImports from './endpoints/agreement-imports.ts';
import * as appointmentMoves from './endpoints/appointment-moves.ts';
import * as appointmentFiles from './endpoints/appointment-files.ts';
import * as appointmentWork from './endpoints/appointment-work.ts';
import * as appointments from './endpoints/appointments.ts';
import * as arrivalWindows from './endpoints/arrival-windows.ts';
import * as assets from './endpoints/assets.ts';
import * as board from './endpoints/board.ts';
import * as catalogue from './endpoints/catalogue.ts';
import * as company from './endpoints/company.ts';
import * as contracts from './endpoints/contracts.ts';
import * as coverage from './endpoints/coverage.ts';
import * as customerRecords from './endpoints/customer-records.ts';
import * as customers from './endpoints/customers.ts';
import * as devices from './endpoints/devices.ts';
import * as geocoding from './endpoints/geocoding.ts';
import * as imports from './endpoints/imports.ts';
import * as planAcceptance from './endpoints/plan-acceptance.ts';
import * as plans from './endpoints/plans.ts';
import * as positions from './endpoints/positions.ts';
import * as prices from './endpoints/prices.ts';
import * as reach from './endpoints/reach.ts';
import * as roadTiles from './endpoints/road-tiles.ts';
import * as serviceRequests from './endpoints/service-requests.ts';
import * as stock from './endpoints/stock.ts';
import * as sync from './endpoints/sync.ts';
import * as technicianDay from './endpoints/technician-day.ts';
import * as technicians from './endpoints/technicians.ts';
import * as territories from './endpoints/territories.ts';
import * as trackers from './endpoints/trackers.ts';
import * as travelTimes from './endpoints/travel-times.ts';
import * as visit from './endpoints/visit.ts';
import * as warranties from './endpoints/warranties.ts';
import * as workOrders from './endpoints/work-orders.ts';
import * as workTypes from './endpoints/work-types.ts';
import type { Endpoint } from './endpoint.ts';

const isEndpoint = (exported: unknown): exported is Endpoint =>
  typeof exported === 'object' && exported !== null && 'method' in exported && 'path' in exported;

const namedEndpoints = (modules: readonly object[]): ReadonlyMap<string, Endpoint> => {
  const named = new Map<string, Endpoint>();
  for (const module of modules) {
    for (const [name, exported] of Object.entries(module)) if (isEndpoint(exported)) named.set(name, exported);
  }
  return named;
};

/** Every endpoint by its name (its operationId): the one route table. */
export const endpoints = namedEndpoints([
  account,
  agreementImports,
  appointmentMoves,
  arrivalWindows,
  assets,
  appointmentFiles,
  appointmentWork,
  appointments,
  board,
  catalogue,
  company,
  contracts,
  coverage,
  customerRecords,
  customers,
  devices,
  geocoding,
  imports,
  planAcceptance,
  plans,
  positions,
  prices,
  reach,
  roadTiles,
  serviceRequests,
  stock,
  sync,
  technicianDay,
  technicians,
  territories,
  trackers,
  travelTimes,
  visit,
  warranties,
  workOrders,
  workTypes,
]);
