import { itemOf } from '../../functions/store/entity.ts';
import { tenantEntity } from '../../functions/store/entities/tenant.ts';
import { absent } from '../../functions/store/absent.ts';
import type { Tenant } from '../../shared/model/tenant.ts';
import type { Role } from '../../shared/protocol/endpoint.ts';

/** Words after `aws`. */
export type AwsCommand = readonly string[];
/** Where a stage keeps companies and accounts. */
export interface Surroundings {
  readonly region: string;
  readonly tableName: string;
  readonly userPoolId: string;
}
export interface Person {
  readonly tenantId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Whose phone it is; for technicians. */
  readonly technicianId?: string;
}

/** Writes a company, unless one with its id stands there; the change stream enters it for the clock. */
export const makeTenant = ({ region, tableName }: Surroundings, tenant: Tenant): AwsCommand => [
  ...['dynamodb', 'put-item', '--region', region, '--table-name', tableName],
  ...['--condition-expression', absent.ConditionExpression],
  ...['--item', JSON.stringify(itemOf(tenantEntity, tenant.id, tenant))],
];

/** Makes an account, which Cognito invites by mail, and gives it its role. */
export const invite = ({ region, userPoolId }: Surroundings, person: Person): readonly AwsCommand[] => {
  const { email, name, tenantId, technicianId, role } = person;
  const pool = ['--region', region, '--user-pool-id', userPoolId, '--username', email];
  const attributes = {
    email,
    email_verified: 'true',
    name,
    'custom:tenant': tenantId,
    ...(technicianId !== undefined && { 'custom:technician': technicianId }),
  };
  const list = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  return [
    ['cognito-idp', 'admin-create-user', ...pool, '--user-attributes', JSON.stringify(list)],
    ['cognito-idp', 'admin-add-user-to-group', ...pool, '--group-name', role],
  ];
};

/** Asks what a stack made of one type. */
export const askResource = (region: string, stackName: string, type: string): AwsCommand => [
  ...['cloudformation', 'describe-stack-resources', '--region', region, '--stack-name', stackName],
  ...['--query', `StackResources[?ResourceType=='${type}'].PhysicalResourceId | [0]`, '--output', 'text'],
];
