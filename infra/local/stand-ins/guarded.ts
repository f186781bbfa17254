import { type LocalService, textAnswer } from '../front/exchange.ts';
import type { LocalCredentials } from './local-credentials.ts';

/** Lets in only requests that the AWS clients of this process have signed; a page of any origin cannot know the key. */
export function guarded({ accessKeyId }: LocalCredentials, services: readonly LocalService[]): LocalService {
  return async (request) => {
    const authorization = request.headers.authorization ?? '';
    if (!authorization.includes(`Credential=${accessKeyId}/`)) return textAnswer(403, 'Not for you.');
    for (const service of services) {
      const answer = await service(request);
      if (answer) return answer;
    }
    return undefined;
  };
}
