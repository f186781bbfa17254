import type { TableEngine } from './table-engine/table-engine.ts';

/** How Fieldline runs on one machine. */
export interface LocalOptions {
  /** 0 takes any free port; 4600 when left out. */
  readonly port?: number;
  /** Where data lies; made when missing. One process at a time. */
  readonly folder: string;
  /** 'demonstration' (mid-morning in Boston at first start), 'real', or an instant to start from. */
  readonly clock?: string;
  /** Whether demonstration technicians move and work by themselves. */
  readonly simulator?: boolean;
  /** What the demonstration company is generated from. */
  readonly seed?: string;
  /** Whether pages are served from web/dist; true when left out. */
  readonly web?: boolean;
  /** What lies under the map: see front/map-setting.ts. */
  readonly mapStyle?: string;
  /** A folder of glyphs for one's own tiles. */
  readonly mapGlyphs?: string;
  /** The imported road network of territories that name none; their travel times are estimated when left out. */
  readonly roadNetwork?: string;
  /** `osrm URL` or `valhalla URL`: asked instead of own roads. */
  readonly routingService?: string;
  /** Asked for addresses that are in no imported list: `nominatim URL`, `amazon-location REGION`, or `none`. */
  readonly geocoder?: string;
  /** Where its few lines go; the console when left out. */
  readonly say?: (line: string) => void;
}

/** Fieldline running on one machine. */
export interface Local {
  /** Without a slash at the end. */
  readonly url: string;
  /** An access token of a demonstration account: dispatcher, agent, clerk, manager, administrator, technician… */
  token(account: string): Promise<string>;
  /** The address of the web form that customers report problems with. */
  readonly reportLink: string;
  readonly engine: TableEngine;
  readonly tableName: string;
  readonly demonstration: {
    readonly tenantId: string;
    readonly territoryIds: readonly string[];
    readonly technicianIds: readonly string[];
  };
  /** What Fieldline takes for the present. */
  now(): Date;
  /** Resolves when every change so far has gone through its consumers: live events, messages, plans. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}
