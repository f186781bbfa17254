import type { Asset } from '../../../shared/model/asset.ts';
import type { Site } from '../../../shared/model/site.ts';
import type { Warranty } from '../../../shared/model/warranty.ts';
import type { Maker } from './maker.ts';
import type { Random } from './random.ts';

/** Makers and models are invented. */
const makersOf: Readonly<
  Record<string, { readonly name: string; readonly makers: readonly (readonly [string, string])[] }>
> = {
  boiler: {
    name: 'Boiler',
    makers: [
      ['Northvale', 'NV-80 condensing'],
      ['Pilgrim Heat', 'P4'],
      ['Harlow', 'Combi 24'],
    ],
  },
  'water-heater': {
    name: 'Water heater',
    makers: [
      ['Clearbrook', 'CB-50'],
      ['Harlow', 'Tank 190'],
    ],
  },
  'washing-machine': {
    name: 'Washing machine',
    makers: [
      ['Lindgren', 'W7'],
      ['Otava', 'Wash 900'],
    ],
  },
  dryer: {
    name: 'Dryer',
    makers: [
      ['Lindgren', 'D7'],
      ['Otava', 'Dry 700'],
    ],
  },
  refrigerator: {
    name: 'Refrigerator',
    makers: [
      ['Polarline', 'R-320'],
      ['Otava', 'Cool 500'],
    ],
  },
  switchboard: {
    name: 'Switchboard',
    makers: [
      ['Amperra', 'SB-24'],
      ['Voltwell', 'Panel 200'],
    ],
  },
  lift: {
    name: 'Passenger lift',
    makers: [
      ['Ascendia', 'A3 630 kg'],
      ['Tower & Rope', 'TR-1000'],
    ],
  },
};

export function inventAsset(make: Maker, random: Random, site: Site, assetClass: string): Asset {
  const { name, makers } = makersOf[assetClass] ?? { name: assetClass, makers: [['Unknown', 'Unknown']] };
  const [maker, model] = random.pick(makers);
  const year = random.between(2013, 2025);
  return {
    ...make.record('asset', `${site.id}/${assetClass}`),
    customerId: site.customerId,
    siteId: site.id,
    name: `${name} ${maker} ${model}`,
    assetClass,
    maker,
    model,
    serial: `${maker.slice(0, 2).toUpperCase()}${String(year).slice(2)}-${random.between(100_000, 999_999)}`,
    installedOn: `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
  };
}

/** A maker's warranty of two or five years from the day it was installed, so that some have expired; now and then an extended one. */
export function inventWarranty(make: Maker, random: Random, asset: Asset): Warranty[] {
  const years = random.pick([2, 5]);
  const maker: Warranty = {
    ...make.record('warranty', `${asset.id}/maker`),
    assetId: asset.id,
    kind: 'maker',
    clause: `${asset.maker} maker's warranty, ${years} years`,
    exclusions: { misuseCodes: ['limescale', 'water damage'] },
    startsOn: asset.installedOn,
    endsOn: yearsAfter(asset.installedOn, years),
    covers: { labour: years === 2 ? 100 : 50, parts: 100, travel: years === 2 ? 100 : 0 },
  };
  if (!random.chance(0.25)) return [maker];
  const extended: Warranty = {
    ...maker,
    ...make.record('warranty', `${asset.id}/extended`),
    kind: 'extended',
    clause: `${asset.maker} extended warranty, parts`,
    startsOn: maker.endsOn,
    endsOn: yearsAfter(maker.endsOn, 4),
    covers: { labour: 0, parts: 100, travel: 0 },
  };
  return [maker, extended];
}

const yearsAfter = (on: string, years: number) => `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
