import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { tableDefinition } from '../../../functions/store/table.ts';
import { houseBucket } from '../constructs/house-bucket.ts';
import { keptDays, webOriginOf, type StageSettings } from '../stages.ts';

interface DataProps extends StackProps {
  readonly stage: StageSettings;
}

/** What is kept, under a key of its own: the one table, and files. */
export class DataStack extends Stack {
  readonly table: TableV2;
  readonly photos: IBucket;
  /** Whole tenants, exported. */
  readonly archives: IBucket;
  readonly roadNetworks: IBucket;
  /** Mail as it came in. */
  readonly mail: IBucket;

  constructor(scope: Construct, id: string, { stage, ...props }: DataProps) {
    super(scope, id, props);
    const key = new Key(this, 'Key', {
      description: `What Fieldline ${stage.name} keeps`,
      enableKeyRotation: true,
      removalPolicy: keep(stage),
    });
    const log = houseBucket(this, 'AccessLog', {
      stage,
      lifecycleRules: [{ expiration: Duration.days(keptDays.bucketLogs) }],
    });
    this.table = oneTable(this, stage, key);
    this.photos = houseBucket(this, 'Photos', {
      stage,
      key,
      log,
      lifecycleRules: [brokenUploads],
      // Phones put photos straight into the bucket by a signed address.
      cors: [
        {
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedOrigins: [webOriginOf(stage)],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
        },
      ],
    });
    this.archives = houseBucket(this, 'Archives', { stage, key, log, lifecycleRules: [brokenUploads] });
    this.roadNetworks = houseBucket(this, 'RoadNetworks', { stage, key, log, lifecycleRules: [brokenUploads] });
    this.mail = houseBucket(this, 'Mail', {
      stage,
      key,
      log,
      lifecycleRules: [{ expiration: Duration.days(keptDays.mail) }],
    });
  }
}

const brokenUploads = { abortIncompleteMultipartUploadAfter: Duration.days(keptDays.brokenUploads) };

const oneTable = (scope: Construct, stage: StageSettings, key: Key): TableV2 => {
  const { partitionKey, sortKey, indexes, timeToLiveAttribute, streamView } = tableDefinition;
  return new TableV2(scope, 'Table', {
    partitionKey: text(partitionKey),
    sortKey: text(sortKey),
    globalSecondaryIndexes: indexes.map((index) => ({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType[index.projection],
    })),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(key),
    timeToLiveAttribute,
    dynamoStream: StreamViewType[streamView],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stage.keepsData,
    removalPolicy: keep(stage),
  });
};

const text = (name: string) => ({ name, type: AttributeType.STRING });
const keep = ({ keepsData }: StageSettings): RemovalPolicy =>
  keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
