import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetEntity } from '../../../functions/store/entities/asset.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { aContract } from '../../builders/a-contract.ts';
import { anAsset } from '../../builders/an-asset.ts';
import { fileHeads } from '../../fakes/http-world.ts';
import { openAgreementsWorld, type AgreementsWorld } from './agreements-world.ts';

let world: AgreementsWorld;
beforeAll(async () => {
  world = await openAgreementsWorld();
});
afterAll(() => world.close());

describe('a lease', () => {
  test('has a machine swapped once by its right, on record with who did it, and not again', async () => {
    const { customer, site, asset } = world.harbor;
    const ofCustomer = { customerId: customer.id, siteId: site.id };
    const fresh = anAsset(ofCustomer);
    const strange = anAsset();
    const lease = aContract({
      customerId: customer.id,
      kind: 'lease',
      assetIds: [asset.id],
      lease: { lessor: 'Heat Lease', swapRight: true, mostSwaps: 1, maintainedBy: 'lessor' },
    });
    await world.keep(assetEntity, world.tenantId, fresh, strange);
    await world.keep(serviceContractEntity, world.tenantId, lease);
    const manager = world.as('manager');
    const path = `/v1/contracts/${lease.id}`;
    const swap = { on: '2026-05-12', oldAssetId: asset.id, newAssetId: fresh.id, reason: 'It leaks' };

    expect(await manager('POST', `${path}/swaps`, { ...swap, newAssetId: strange.id }, 400)).toMatchObject({
      errors: [{ field: 'body.newAssetId' }],
    });
    const swapped = await manager('POST', `${path}/swaps`, swap);
    expect(swapped).toMatchObject({ assetIds: [fresh.id], leaseSwaps: [{ ...swap, by: expect.any(String) }] });
    const again = { ...swap, oldAssetId: fresh.id, newAssetId: asset.id };
    expect(await manager('POST', `${path}/swaps`, again, 409)).toMatchObject({ reason: 'swaps-used-up' });

    const facts = { on: '2026-05-20', assetId: fresh.id, how: 'returned', condition: 'Clean' };
    expect(await manager('POST', `${path}/returns`, facts)).toMatchObject({
      endedOn: '2026-05-20',
      leaseReturns: [facts],
    });
    expect(await manager('GET', `/v1/records/${lease.id}/history`)).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ facts: expect.objectContaining({ fields: expect.stringContaining('leaseSwaps') }) }),
        expect.objectContaining({
          facts: expect.objectContaining({ fields: expect.stringContaining('leaseReturns') }),
        }),
      ]),
    });
  });

  test('keeps what was swapped when it is corrected', async () => {
    const lease = aContract({
      customerId: world.harbor.customer.id,
      kind: 'lease',
      leaseSwaps: [
        {
          ...{ on: '2026-05-12', oldAssetId: anAsset().id, newAssetId: anAsset().id },
          ...{ by: 'Miles', at: '2026-05-12T13:00:00.000Z' },
        },
      ],
    });
    await world.keep(serviceContractEntity, world.tenantId, lease);
    const { id, version: _v, createdAt: _c, updatedAt: _u, customerId: _cu, leaseSwaps, ...facts } = lease;
    const corrected = await world.as('manager')('PUT', `/v1/contracts/${id}`, { ...facts, clause: 'Lease 7' });
    expect(corrected).toMatchObject({ clause: 'Lease 7', leaseSwaps });
  });
});

describe('the proof of a warranty', () => {
  const proof = {
    kind: 'document',
    name: 'Receipt',
    contentHash: 'c'.repeat(64),
    type: 'application/pdf',
    sizeBytes: 4000,
  };

  test('is kept by its hash once, with an address to put the file to and one to read it from', async () => {
    const path = `/v1/warranties/${world.harbor.warranty.id}/proofs`;
    const agent = world.as('agent');
    const added = await agent('POST', path, proof, 201);
    expect(added).toMatchObject({
      warranty: { proofs: [proof] },
      upload: { method: 'PUT', url: expect.stringContaining(proof.contentHash) },
    });
    expect(await agent('POST', path, proof, 201)).toMatchObject({ warranty: added['warranty'] });
    expect(await agent('GET', `${path}/${proof.contentHash}`)).toEqual({
      url: expect.stringContaining(proof.contentHash),
    });
    await agent('GET', `${path}/${'d'.repeat(64)}`, undefined, 404);
  });

  test('is not shown where its first bytes are not what its type says', async () => {
    const contentHash = 'e'.repeat(64);
    const path = `/v1/warranties/${world.harbor.warranty.id}/proofs`;
    const agent = world.as('agent');
    await agent('POST', path, { ...proof, contentHash }, 201);
    fileHeads.set(contentHash, Buffer.from('<html><script>'));
    expect(await agent('GET', `${path}/${contentHash}`, undefined, 409)).toMatchObject({ reason: 'not-its-type' });
    fileHeads.set(contentHash, Buffer.from('%PDF-1.7'));
    expect(await agent('GET', `${path}/${contentHash}`)).toEqual({ url: expect.stringContaining(contentHash) });
  });

  test.each([
    ['a page', { type: 'text/html' }],
    ['more than 8 MiB', { sizeBytes: 9 * 1024 * 1024 }],
  ])('is never %s', async (_what, changes) => {
    await world.as('agent')('POST', `/v1/warranties/${world.harbor.warranty.id}/proofs`, { ...proof, ...changes }, 400);
  });
});
