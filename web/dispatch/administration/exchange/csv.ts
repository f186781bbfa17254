/** Rows of a CSV text (RFC 4180), with commas, semicolons or tabs; a byte order mark and empty lines are left out. */
export const readCsv = (text: string): string[][] => {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source.slice(0, source.search(/[\r\n]|$/)));
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < source.length; i += 1) {
    const sign = source[i] ?? '';
    if (quoted && sign === '"' && source[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted || !(sign === separator || sign === '\n' || sign === '\r')) cell += sign;
    else {
      row.push(cell);
      cell = '';
      if (sign === separator) continue;
      if (sign === '\r' && source[i + 1] === '\n') i += 1;
      rows.push(row);
      row = [];
    }
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.map((one) => one.map(withoutGuard)).filter((one) => one.some((text) => text.trim() !== ''));
};

/** CSV as spreadsheets read it. What would be taken for a formula gets an apostrophe before it, which reading takes off again. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;

const separatorOf = (line: string): string => {
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

const isFormula = /^[=+\-@\t\r]/;
const withoutGuard = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
const cellOf = (text: string): string => {
  const safe = isFormula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
