import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { systemClock } from '../../functions/platform/clock.ts';
import { bucketUrlOf, type PhotoBucket } from '../../functions/platform/photo-store.ts';
import { type LocalCredentials, localRegion } from './stand-ins/local-credentials.ts';
import { photoBucketPath } from './stand-ins/photo-bucket.ts';

/** The real SDK clients, pointed at the stand-ins of this machine, and where its photos lie. */
export interface AwsClients {
  readonly queue: SQSClient;
  readonly mail: SESv2Client;
  readonly photos: PhotoBucket;
  readonly live: ApiGatewayManagementApiClient;
}

export function awsClients(standInUrl: string, webOrigin: string, credentials: LocalCredentials): AwsClients {
  const shared = { region: localRegion, credentials: { ...credentials } };
  return {
    queue: new SQSClient({ ...shared, endpoint: `${standInUrl}/queue` }),
    mail: new SESv2Client({ ...shared, endpoint: `${standInUrl}/mail` }),
    live: new ApiGatewayManagementApiClient({ ...shared, endpoint: `${standInUrl}/live` }),
    photos: {
      url: bucketUrlOf('photos', localRegion, `${webOrigin}${photoBucketPath}`),
      region: localRegion,
      credentials: () => credentials,
      clock: systemClock,
    },
  };
}
