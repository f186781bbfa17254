import { describe, expect, test } from 'vitest';
import { decideIntake } from '../../../shared/rules/intake.ts';
import { aServiceRequest } from '../../builders/a-service-request.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { aWorkType } from '../../builders/a-work-type.ts';
import { anAsset } from '../../builders/an-asset.ts';

const territories = [aTerritory()];
const boiler = aWorkType();
const cooling = aWorkType({ name: 'Cooling repair', assetClasses: ['chiller'] });
const workTypes = [boiler, cooling];
const fault = aServiceRequest();

describe('a told fault', () => {
  test('with a named work type inside a territory waits for nobody', () => {
    const decision = decideIntake({ told: { ...fault, workTypeId: cooling.id }, territories, workTypes });
    expect(decision).toEqual({ territory: territories[0], workType: cooling });
  });

  test('gets the work type that serves the class of the asset', () => {
    expect(decideIntake({ told: fault, asset: anAsset(), territories, workTypes }).workType).toEqual(boiler);
  });

  test('waits for an agent where several work types would serve the asset', () => {
    const both = [...workTypes, aWorkType({ name: 'Boiler inspection' })];
    expect(decideIntake({ told: fault, asset: anAsset(), territories, workTypes: both }).waitsFor).toBe('no-work-type');
  });

  test('waits for an agent without a work type', () => {
    expect(decideIntake({ told: fault, territories, workTypes }).waitsFor).toBe('no-work-type');
  });

  test('waits for an agent outside of every territory', () => {
    const told = aServiceRequest({ workTypeId: boiler.id, place: { location: [2.35, 48.85], addressText: 'Paris' } });
    expect(decideIntake({ told, territories, workTypes })).toEqual({
      workType: boiler,
      waitsFor: 'outside-territories',
    });
  });
});

test.each(['enquiry', 'complaint', 'suggestion'] as const)('a told %s waits for an answer', (kind) => {
  const told = { ...aServiceRequest({ kind }), workTypeId: boiler.id };
  expect(decideIntake({ told, territories, workTypes }).waitsFor).toBe('agent-answer');
});
