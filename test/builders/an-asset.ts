import { assetSchema, type Asset } from '../../shared/model/asset.ts';
import { aRecord, anId } from './an-id.ts';

export const anAsset = (changes: Partial<Asset> = {}): Asset =>
  assetSchema.parse({
    ...aRecord('asset'),
    customerId: anId('customer'),
    siteId: anId('site'),
    name: 'Boiler in the cellar',
    assetClass: 'boiler',
    maker: 'Halden',
    model: 'H-24',
    serial: 'H24-003117',
    installedOn: '2025-06-01',
    ...changes,
  });
