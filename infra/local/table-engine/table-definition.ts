/** A table as it is kept on disk: what CreateTable was given, and what the engine adds. */
export interface TableDefinition {
  TableName: string;
  TableId: string;
  AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  KeySchema: KeySchemaElement[];
  BillingMode: 'PROVISIONED' | 'PAY_PER_REQUEST';
  ProvisionedThroughput: { ReadCapacityUnits: number; WriteCapacityUnits: number };
  GlobalSecondaryIndexes: IndexDefinition[];
  StreamSpecification?: StreamSpecification;
  /** Epoch ms at which the present stream began; part of its ARN. */
  streamFrom?: number;
  ttlAttribute?: string;
  /** Set while the expiry rows of older items are being written; a start after a crash goes on with it. */
  ttlFilling?: boolean;
  createdAt: number;
  DeletionProtectionEnabled: boolean;
  /** Prefix of every row of this table, so that a table of the same name never meets old rows. */
  storageId: string;
}

export interface IndexDefinition {
  IndexName: string;
  KeySchema: KeySchemaElement[];
  Projection: { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] };
  ProvisionedThroughput?: { ReadCapacityUnits: number; WriteCapacityUnits: number };
  IndexStatus: 'CREATING' | 'ACTIVE';
  storageId: string;
}

export interface KeySchemaElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

export type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';

export interface StreamSpecification {
  StreamEnabled: boolean;
  StreamViewType?: StreamViewType;
}
