import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type LocalCredentials, localRegion } from './stand-ins/local-credentials.ts';
import { photoBucketPath } from './stand-ins/photo-bucket.ts';

/** The real SDK clients, pointed at the stand-ins of this machine. */
export interface AwsClients {
  readonly queue: SQSClient;
  readonly mail: SESv2Client;
  readonly photos: S3Client;
  readonly live: ApiGatewayManagementApiClient;
}

export function awsClients(standInUrl: string, webOrigin: string, credentials: LocalCredentials): AwsClients {
  const shared = { region: localRegion, credentials: { ...credentials } };
  return {
    queue: new SQSClient({ ...shared, endpoint: `${standInUrl}/queue` }),
    mail: new SESv2Client({ ...shared, endpoint: `${standInUrl}/mail` }),
    live: new ApiGatewayManagementApiClient({ ...shared, endpoint: `${standInUrl}/live` }),
    photos: new S3Client({ ...shared, endpoint: `${webOrigin}${photoBucketPath}`, forcePathStyle: true }),
  };
}
