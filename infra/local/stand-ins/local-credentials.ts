import { randomBytes } from 'node:crypto';

/** What the AWS clients of this process sign with; made anew at every start, so that nobody else can call the stand-ins. */
export interface LocalCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export const localRegion = 'us-east-1';

export const makeLocalCredentials = (): LocalCredentials => ({
  accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(24).toString('base64url'),
});
