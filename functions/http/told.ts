import type { CoveragePolicy } from '../../shared/model/coverage-policy.ts';
import type { Actor } from '../../shared/model/history-entry.ts';
import type { Priority } from '../../shared/model/priority.ts';
import type { ServiceRequest } from '../../shared/model/service-request.ts';
import type { Territory } from '../../shared/model/territory.ts';
import type { WorkType } from '../../shared/model/work-type.ts';
import type { NewId } from '../platform/ids.ts';
import type { Table } from '../store/table-client.ts';

/** What was told, whoever told it. */
export interface Told extends Pick<ServiceRequest, 'kind' | 'subject' | 'contact' | 'place' | 'channel'> {
  readonly description?: string | undefined;
  readonly workTypeId?: string | undefined;
  readonly assetId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly priority?: Priority | undefined;
  /** An imported request brings its own id, receipt and promise. */
  readonly imported?: {
    readonly id: string;
    readonly externalRef: string;
    readonly receivedAt: string;
    readonly dueBy: string;
  };
}

export interface IntakeSurroundings {
  readonly table: Table;
  readonly tenantId: string;
  readonly now: string;
  readonly newId: NewId;
  readonly territories: readonly Territory[];
  readonly workTypes: readonly WorkType[];
  readonly policy: CoveragePolicy;
  readonly by: Actor;
}
