import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { edge, type StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';

interface HouseBucketProps extends Omit<BucketProps, 'encryptionKey' | 'serverAccessLogsBucket'> {
  readonly stage: StageSettings;
  /** Absent where AWS itself must read or write without our key. */
  readonly key?: IKey;
  /** Where who read what is written down; absent for that bucket itself. */
  readonly log?: IBucket;
}

/** A bucket of this house: private, over TLS only, encrypted; kept where the stage keeps its data. */
export const houseBucket = (scope: Construct, id: string, { stage, key, log, ...props }: HouseBucketProps): IBucket => {
  const bucket = new Bucket(scope, id, {
    ...(key
      ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    ...(log && { serverAccessLogsBucket: log, serverAccessLogsPrefix: `${id.toLowerCase()}/` }),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: edge.minimumTls,
    versioned: stage.keepsData,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    autoDeleteObjects: !stage.keepsData,
    ...props,
  });
  if (!log)
    acknowledge(
      bucket,
      'It holds the access logs of the others; its own would be written into itself for ever.',
      'AwsSolutions-S1',
    );
  if (!fitsInterface(bucket)) throw new Error('a bucket is a bucket');
  return bucket;
};

/** Under exactOptionalPropertyTypes CDK's class does not fit its own interface. */
const fitsInterface = (bucket: unknown): bucket is IBucket => bucket instanceof Bucket;
