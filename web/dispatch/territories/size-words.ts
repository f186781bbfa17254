import type { Format } from '../../ui/format.ts';
import { t } from './messages.ts';

/** 12.4 km²; small ones to a hundredth. */
export const sizeWords = (squareMetres: number, format: Format): string => {
  const squareKilometres = squareMetres / 1e6;
  const digits = squareKilometres < 1 ? 100 : squareKilometres < 100 ? 10 : 1;
  return t('size', { size: format.number(Math.max(1 / digits, Math.round(squareKilometres * digits) / digits)) });
};
