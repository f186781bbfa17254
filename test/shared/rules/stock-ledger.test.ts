import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMovement, levelOf } from '../../../shared/rules/stock-ledger.ts';

test('a level never falls below zero, and the refusal says what is there', () => {
  expect(applyMovement(2, -3)).toEqual({ ok: false, reason: 'stock-too-low', available: 2 });
  expect(applyMovement(2, -2)).toEqual({ ok: true, quantity: 0 });
});

test('a level is always the sum of the movements that were let through', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 })), (changes) => {
      const ledger: { change: number }[] = [];
      let level = 0;
      for (const change of changes) {
        const moved = applyMovement(level, change);
        if (!moved.ok) continue;
        level = moved.quantity;
        ledger.push({ change });
      }
      expect(level).toBe(levelOf(ledger));
      expect(level).toBeGreaterThanOrEqual(0);
    }),
  );
});
