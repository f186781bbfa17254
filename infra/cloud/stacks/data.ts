import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { tableDefinition } from '../../../functions/store/table.ts';
import type { StageSettings } from '../stages.ts';

interface DataProps extends StackProps {
  readonly stage: StageSettings;
}

/** What is kept: the one table and the photos. */
export class DataStack extends Stack {
  readonly table: TableV2;
  readonly photos: Bucket;

  constructor(scope: Construct, id: string, { stage, ...props }: DataProps) {
    super(scope, id, props);
    this.table = oneTable(this, stage);
    this.photos = photoBucket(this, stage);
  }
}

const oneTable = (scope: Construct, stage: StageSettings): TableV2 => {
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
    timeToLiveAttribute,
    dynamoStream: StreamViewType[streamView],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stage.keepsData,
    removalPolicy: keep(stage),
  });
};

const photoBucket = (scope: Construct, stage: StageSettings): Bucket =>
  new Bucket(scope, 'Photos', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: stage.keepsData,
    // Phones put photos straight into the bucket by a signed address.
    cors: [
      { allowedMethods: [HttpMethods.PUT, HttpMethods.GET], allowedOrigins: [stage.webOrigin], allowedHeaders: ['*'] },
    ],
    removalPolicy: keep(stage),
  });

const text = (name: string) => ({ name, type: AttributeType.STRING });
const keep = ({ keepsData }: StageSettings): RemovalPolicy =>
  keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
