import type { Language } from '../../shared/model/scalar.ts';

/** An amount in minor units as people read it: 12345 in USD is $123.45. Nothing is divided, so nothing is rounded. */
export const moneyWords = (minor: number, currency: string, language: Language): string => {
  const format = formatOf(currency, language);
  const decimal = decimalOf(minor, digitsOf(format));
  return isDecimal(decimal) ? format.format(decimal) : decimal;
};

/** The amount as a field holds it, without a currency: 123.45. */
export const moneyField = (minor: number, currency: string): string =>
  decimalOf(minor, digitsOf(formatOf(currency, 'en')));

/** Minor units of what was typed with a point or a comma; undefined where it is no amount or has more digits than the currency. */
export const minorUnitsOf = (text: string, currency: string): number | undefined => {
  const digits = digitsOf(formatOf(currency, 'en'));
  const [whole = '', fraction = '', ...more] = text.trim().split(/[.,]/);
  if (more.length > 0 || !/^\d{1,12}$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  return fraction.length > digits ? undefined : Number(whole + fraction.padEnd(digits, '0'));
};

const decimalOf = (minor: number, digits: number): string => {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};
/** Intl reads such a text exactly, where a number would have been rounded. */
const isDecimal = (text: string): text is `${number}` => /^-?\d+\.?\d*$/.test(text);

const formats = new Map<string, Intl.NumberFormat>();
const formatOf = (currency: string, language: Language): Intl.NumberFormat => {
  const key = `${language} ${currency}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  formats.set(key, made);
  return made;
};

const digitsOf = (format: Intl.NumberFormat): number => format.resolvedOptions().maximumFractionDigits ?? 2;
