import { lambdaSettings } from './environment.ts';

/** What a request to AWS is signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The credentials of the function's role, which Lambda puts into its environment; told by name where they are missing. */
export const environmentCredentials = (settings = lambdaSettings()): Credentials => {
  const { accessKeyId, secretAccessKey, sessionToken } = settings;
  if (!accessKeyId || !secretAccessKey) {
    throw new Error('The environment lacks AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, which Lambda sets');
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};

/** Stands in bundles in the place of the SDK's own of this name, whose files, profiles and metadata services no function has. */
export const defaultProvider = () => async (): Promise<Credentials> => environmentCredentials();
