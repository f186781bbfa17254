import { validationError } from './wire-error.ts';

/** digits × 10^exponent, exact: DynamoDB numbers carry up to 38 significant digits. */
interface Decimal {
  digits: bigint;
  exponent: number;
}

const SIGNIFICANT_DIGITS = 38;
const LARGEST_MAGNITUDE = 125;
const SMALLEST_MAGNITUDE = -130;

/** Negative, zero or positive, as a is below, equal to or above b. */
export function compareNumbers(a: string, b: string): number {
  if (isSmall(a) && isSmall(b)) return Number(a) - Number(b);
  const [left, right] = aligned(parse(a), parse(b));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** a + b in DynamoDB's text form; throws ValidationException beyond its range or precision. */
export function addNumbers(a: string, b: string): string {
  if (isSmall(a) && isSmall(b)) return String(Number(a) + Number(b));
  const x = parse(a);
  const y = parse(b);
  const [left, right] = aligned(x, y);
  return format({ digits: left + right, exponent: Math.min(x.exponent, y.exponent) });
}

/** a − b, as `addNumbers`. */
export function subtractNumbers(a: string, b: string): string {
  return addNumbers(a, b.startsWith('-') ? b.slice(1) : b === '0' ? b : `-${b}`);
}

// Integers of up to 14 digits are exact in a double, and so is their sum.
function isSmall(text: string): boolean {
  return text.length <= 14 && !text.includes('.') && text !== '-0';
}

function parse(text: string): Decimal {
  const point = text.indexOf('.');
  if (point < 0) return { digits: BigInt(text), exponent: 0 };
  const digits = BigInt(text.slice(0, point) + text.slice(point + 1));
  return { digits, exponent: point + 1 - text.length };
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint] {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.digits * 10n ** BigInt(a.exponent - exponent), b.digits * 10n ** BigInt(b.exponent - exponent)];
}

function format({ digits, exponent }: Decimal): string {
  if (digits === 0n) return '0';
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString();
  const significant = all.replace(/0+$/, '');
  const scale = exponent + all.length - significant.length;
  refuseOutOfRange(significant.length, scale + significant.length - 1);
  if (scale >= 0) return sign + significant + '0'.repeat(scale);
  const padded = significant.padStart(1 - scale, '0');
  return `${sign}${padded.slice(0, scale)}.${padded.slice(scale)}`;
}

function refuseOutOfRange(significantDigits: number, magnitude: number): void {
  if (magnitude > LARGEST_MAGNITUDE)
    throw validationError('Number overflow. Attempting to store a number with magnitude larger than supported range');
  if (magnitude < SMALLEST_MAGNITUDE)
    throw validationError('Number underflow. Attempting to store a number with magnitude smaller than supported range');
  if (significantDigits > SIGNIFICANT_DIGITS)
    throw validationError('Attempting to store more than 38 significant digits in a Number');
}
