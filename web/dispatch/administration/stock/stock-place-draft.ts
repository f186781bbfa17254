import type { StockLocation } from '../../../../shared/model/stock.ts';
import type { BodyOf } from '../../../../shared/protocol/endpoint.ts';
import type { addStockLocation } from '../../../../shared/protocol/endpoints/company.ts';

/** What is entered about a place of stock. */
export type StockPlaceDraft = BodyOf<typeof addStockLocation>;

export const draftOf = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...facts
}: StockLocation): StockPlaceDraft => facts;

export const newStockPlace: StockPlaceDraft = { name: '', kind: 'warehouse' };
