import type { Asset } from '../../../shared/model/asset.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import type { Format } from '../../ui/format.ts';
import { t } from './messages.ts';
import { sharesWords } from './shares-words.ts';
import type { CoverSpan } from './time-line.ts';

export interface NamedSpan extends CoverSpan {
  readonly name: string;
  readonly detail: string;
}

/** What covers an asset, as its time line shows it: its warranties, and the contracts of its owner that reach it. */
export const coverSpansOf = (
  asset: Asset,
  {
    warranties,
    contracts,
  }: { readonly warranties: readonly Warranty[]; readonly contracts: readonly ServiceContract[] },
  format: Format,
): NamedSpan[] => [
  ...warranties.map((one) => ({
    id: one.id,
    from: one.startsOn,
    to: one.endsOn,
    name: `${t(`warranty.${one.kind}`)} · ${one.clause}`,
    detail: [sharesWords(one.covers, format), usageWords(one, asset, format)].filter(Boolean).join(' · '),
  })),
  ...contracts
    .filter((one) => reaches(one, asset))
    .map((one) => ({
      id: one.id,
      from: one.startsOn,
      to: one.endedOn ?? one.endsOn,
      name: `${t(`contract.${one.kind}`)} · ${one.clause}`,
      detail: sharesWords(one.covers, format),
    })),
];

/** Whether a contract is about this asset at all, whatever the day. */
export const reaches = (
  { customerId, siteIds, assetIds = [], assetClasses = [] }: ServiceContract,
  asset: Pick<Asset, 'id' | 'customerId' | 'siteId' | 'assetClass'>,
): boolean =>
  customerId === asset.customerId &&
  isAmong(siteIds, asset.siteId) &&
  isAmong(assetIds, asset.id) &&
  isAmong(assetClasses, asset.assetClass);

/** Nothing named: any. */
const isAmong = (named: readonly string[], one: string): boolean => named.length === 0 || named.includes(one);

/** Up to 2,000 hours, now at 1,400. */
const usageWords = ({ endsByUsage }: Warranty, { meters = [] }: Asset, format: Format): string => {
  if (!endsByUsage) return '';
  const { meter, endsAbove } = endsByUsage;
  const reading = meters.find((one) => one.meter === meter)?.reading;
  const limit = format.number(endsAbove);
  return reading === undefined
    ? t('usage.upTo', { limit, meter })
    : t('usage.upToNow', { limit, meter, reading: format.number(reading) });
};
