import { systemClock } from './clock.ts';
import { environmentCredentials } from './environment-credentials.ts';
import { lambdaSettings } from './environment.ts';
import { bucketUrlOf, createPhotoStore, type PhotoStore } from './photo-store.ts';

/** The bucket of this name in the function's own region, signed for with its role. */
export const deployedPhotoStore = (bucket: string): PhotoStore => {
  const { region, s3Endpoint } = lambdaSettings();
  return createPhotoStore({
    url: bucketUrlOf(bucket, region, s3Endpoint),
    region,
    credentials: environmentCredentials,
    clock: systemClock,
  });
};
