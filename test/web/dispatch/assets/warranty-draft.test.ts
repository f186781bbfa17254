import { describe, expect, it } from 'vitest';
import { warrantyBody } from '../../../../shared/protocol/endpoints/warranties.ts';
import { draftOf, lastDayOf, newWarranty, startDayOf } from '../../../../web/dispatch/assets/warranty-draft.ts';
import { aWarranty } from '../../../builders/a-warranty.ts';
import { anAsset } from '../../../builders/an-asset.ts';

describe('The last day of a term', () => {
  it('is the day before the same date, so many months on', () => {
    expect(lastDayOf('2025-06-01', 24)).toBe('2027-05-31');
    expect(lastDayOf('2026-01-15', 1)).toBe('2026-02-14');
  });

  it('is the last of a month that is too short for the date', () => {
    expect(lastDayOf('2025-01-31', 1)).toBe('2025-02-28');
    expect(lastDayOf('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('A warranty while it is entered', () => {
  it("begins as the maker's on the day of installation, and only its clause is missing", () => {
    const draft = newWarranty(anAsset({ installedOn: '2026-03-10' }));
    expect(draft).toMatchObject({ startsBy: 'installation', startsOn: '2026-03-10', endsOn: '2028-03-09' });
    expect(warrantyBody.safeParse(draft).success).toBe(false);
    expect(warrantyBody.safeParse({ ...draft, clause: 'Maker, section 3' }).success).toBe(true);
  });

  it('begins on the day that the asset tells for sale, installation or first use', () => {
    const asset = anAsset({ soldOn: '2025-05-20', installedOn: '2025-06-01' });
    expect(startDayOf(asset, 'sale')).toBe('2025-05-20');
    expect(startDayOf(asset, 'installation')).toBe('2025-06-01');
    expect(startDayOf(asset, 'first-use')).toBeUndefined();
  });

  it('is entered as the server takes it', () => {
    expect(warrantyBody.safeParse(draftOf(aWarranty())).success).toBe(true);
  });
});
