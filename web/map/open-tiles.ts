import { addProtocol } from 'maplibre-gl';
import { Protocol } from 'pmtiles';

let protocol: Protocol | undefined;

/** The address of a PMTiles file as the map's source takes it; the file is read by ranges of bytes. */
export const openTiles = (address: string): string => {
  if (!protocol) {
    protocol = new Protocol({ metadata: true });
    addProtocol('pmtiles', protocol.tile);
  }
  return `pmtiles://${new URL(address, location.href).href}`;
};
