import { randomBytes } from 'node:crypto';
import { deployedApi } from '../api/deployed-api.ts';
import { behindEdge } from '../platform/behind-edge.ts';
import { deployedPhotoStore } from '../platform/deployed-photo-store.ts';
import { createSeal } from '../platform/seal.ts';
import { createAgreementsHandler } from './handler.ts';

const { settings, deps } = deployedApi('agreements', ['photoBucket', 'webOrigin', 'coverageKey']);

const agreements = createAgreementsHandler({
  ...deps,
  randomBytes,
  photoStore: deployedPhotoStore(settings.photoBucket),
  seal: createSeal(settings.coverageKey),
  webOrigin: settings.webOrigin,
});

export const handler = behindEdge(settings.edgeSecret, agreements);
