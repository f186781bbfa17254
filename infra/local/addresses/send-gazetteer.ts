import { packStreets } from '../../../shared/geo/gazetteer/pack-streets.ts';
import type { Street } from '../../../shared/geo/gazetteer/street.ts';
import { putGazetteerPage, takeGazetteerEdition } from '../../../shared/protocol/endpoints/geocoding.ts';
import type { AskServer } from '../import/import-file.ts';

export interface GazetteerToSend {
  readonly name: string;
  readonly attribution: string;
  readonly streets: readonly Street[];
  readonly houses: number;
}

/** A page's text, below the limit of a request's body and of an item. */
const mostBytes = 200_000;
const mostPages = 80;

/** Sends a list of addresses page by page, then has it taken over in one step; gives the number of pages. */
export async function sendGazetteer(
  ask: AskServer,
  { name, attribution, streets, houses }: GazetteerToSend,
): Promise<number> {
  const pages = pagesOf(streets);
  if (pages.length > mostPages) {
    throw new Error(
      `These are ${pages.length} pages of addresses and one list has at most ${mostPages}: cut the file by district.`,
    );
  }
  const edition = new Date()
    .toISOString()
    .toLowerCase()
    .replaceAll(/[^0-9t]/g, '');
  const filled = (path: string, page = 0) =>
    path.replace('{key}', name).replace('{edition}', edition).replace('{page}', String(page));
  for (const [page, text] of pages.entries()) {
    await ask(putGazetteerPage.method, filled(putGazetteerPage.path, page), { streets: text });
  }
  const body = { edition, pages: pages.length, streets: streets.length, houses, attribution };
  await ask(takeGazetteerEdition.method, filled(takeGazetteerEdition.path), body);
  return pages.length;
}

function pagesOf(streets: readonly Street[]): string[] {
  const pages: string[] = [];
  let lines: string[] = [];
  let bytes = 0;
  for (const line of streets.flatMap(linesOf)) {
    const length = Buffer.byteLength(line) + 1;
    if (bytes + length > mostBytes) {
      pages.push(lines.join('\n'));
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += length;
  }
  return lines.length > 0 ? [...pages, lines.join('\n')] : pages;
}

/** A street with more houses than a page holds is written in parts. */
function linesOf(street: Street): string[] {
  const most = 5000;
  const parts = Math.max(1, Math.ceil(street.houses.length / most));
  return Array.from({ length: parts }, (_, i) =>
    packStreets([{ ...street, houses: street.houses.slice(i * most, (i + 1) * most) }]),
  );
}
