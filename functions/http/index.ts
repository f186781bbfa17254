import { randomBytes } from 'node:crypto';
import { deployedApi } from '../api/deployed-api.ts';
import { behindEdge } from '../platform/behind-edge.ts';
import { deployedPhotoStore } from '../platform/deployed-photo-store.ts';
import { createHttpHandler } from './handler.ts';

const { settings, deps } = deployedApi('http', ['photoBucket', 'liveEndpoint', 'webOrigin']);

const http = createHttpHandler({
  ...deps,
  randomBytes,
  photoStore: deployedPhotoStore(settings.photoBucket),
  webOrigin: settings.webOrigin,
  // API Gateway serves sockets and their management under one address.
  liveUrl: settings.liveEndpoint.replace(/^http/, 'ws'),
});

export const handler = behindEdge(settings.edgeSecret, http);
