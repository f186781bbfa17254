import {
  GoneException,
  PostToConnectionCommand,
  type ApiGatewayManagementApiClient,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { LiveFrame } from '../../shared/protocol/live-event.ts';

/** Sends one frame to one socket; `gone` means that the socket is closed and may be forgotten. */
export type LiveSender = (connectionId: string, frame: LiveFrame) => Promise<'sent' | 'gone'>;

export const createLiveSender =
  (client: ApiGatewayManagementApiClient): LiveSender =>
  async (connectionId, frame) => {
    const Data = new TextEncoder().encode(JSON.stringify(frame));
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data }));
      return 'sent';
    } catch (error) {
      if (error instanceof GoneException) return 'gone';
      throw error;
    }
  };
