import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../web/dispatch/administration/exchange/csv.ts';

describe('A list as CSV', () => {
  it('comes back as it went out, with quotes, separators and line ends in its cells', () => {
    const rows = [
      ['ref', 'name'],
      ['K-1', 'Mill "Old" Bakery, north'],
      ['K-2', 'two\nlines; and a tab\t'],
    ];
    expect(readCsv(writeCsv(rows))).toEqual(rows);
  });

  it('runs no formula in a spreadsheet, and reads what was guarded as it was', () => {
    const text = writeCsv([['+16175550123', '=1+1', '-5', '@here']]);
    expect(text.split(/[,\r\n]+/).filter((cell) => /^\W?[=+\-@]/.test(cell) && !cell.includes("'"))).toEqual([]);
    expect(readCsv(text)).toEqual([['+16175550123', '=1+1', '-5', '@here']]);
  });

  it('is read with semicolons or tabs too, without byte order mark and empty lines', () => {
    expect(readCsv('\uFEFFref;name\r\n\r\nK-1;Mill, Ltd\n')).toEqual([
      ['ref', 'name'],
      ['K-1', 'Mill, Ltd'],
    ]);
    expect(readCsv('ref\tname\nK-1\tMill')).toEqual([
      ['ref', 'name'],
      ['K-1', 'Mill'],
    ]);
  });
});
