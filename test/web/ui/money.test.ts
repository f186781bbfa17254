import { describe, expect, it } from 'vitest';
import { minorUnitsOf, moneyField, moneyWords } from '../../../web/ui/money.ts';

describe('Money on the screens', () => {
  it('is read in its currency, with as many digits as the currency has', () => {
    expect(moneyWords(123_456, 'USD', 'en')).toBe('$1,234.56');
    expect(moneyWords(5, 'EUR', 'en')).toBe('€0.05');
    expect(moneyWords(1234, 'JPY', 'zh')).toBe('¥1,234');
    expect(moneyWords(-250, 'USD', 'en')).toBe('-$2.50');
  });

  it('stays exact where a floating point number would not', () => {
    expect(moneyWords(900_719_925_474_099, 'USD', 'en')).toBe('$9,007,199,254,740.99');
  });

  it('is typed with a point or a comma and comes back as it was typed', () => {
    expect(minorUnitsOf('12,5', 'USD')).toBe(1250);
    expect(minorUnitsOf(' 12.05 ', 'USD')).toBe(1205);
    expect(minorUnitsOf(moneyField(70, 'USD'), 'USD')).toBe(70);
    expect(minorUnitsOf('300', 'JPY')).toBe(300);
  });

  it('is no amount with words, a sign, or more digits than the currency has', () => {
    for (const text of ['', 'ten', '-5', '1.005', '1e3', '1,234.56']) expect(minorUnitsOf(text, 'USD')).toBeUndefined();
    expect(minorUnitsOf('1.5', 'JPY')).toBeUndefined();
  });
});
