import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';

let protocol: Protocol | undefined;

/** The address of a PMTiles file as the map's source takes it, read by ranges of bytes; nothing where the file cannot be had. */
export const openTiles = async (address: string): Promise<string | undefined> => {
  if (!protocol) {
    protocol = new Protocol({ metadata: true });
    addProtocol('pmtiles', protocol.tile);
  }
  const { href } = new URL(address, location.href);
  const file = new PMTiles(href);
  protocol.add(file);
  const header = await file.getHeader().catch(() => undefined);
  return header && `pmtiles://${href}`;
};
