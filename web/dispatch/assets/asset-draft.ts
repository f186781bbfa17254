import type { Asset } from '../../../shared/model/asset.ts';
import type { BodyOf } from '../../../shared/protocol/endpoint.ts';
import type { changeAsset } from '../../../shared/protocol/endpoints/assets.ts';

/** What is entered about an asset; its meters are read, not entered. */
export type AssetDraft = BodyOf<typeof changeAsset>;

export const draftOf = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  meters: _meters,
  ...facts
}: Asset): AssetDraft => facts;

/** A new one stands at the customer's first site, and was installed today. */
export const newAsset = (customerId: string, siteId: string, today: string): AssetDraft => ({
  customerId,
  siteId,
  name: '',
  assetClass: '',
  maker: '',
  model: '',
  serial: '',
  installedOn: today,
});
