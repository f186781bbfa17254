import type { Contents } from '../sync/kept.ts';

/** All that is not settled as one file, pictures and all, for whoever must carry it over by hand. */
export const exportFile = async (
  { installation, outbox, results, files }: Contents,
  bytesOf: (key: string) => Promise<ArrayBuffer | undefined>,
): Promise<Blob> => {
  const pictures = files.filter(({ state }) => state !== 'sent');
  const withBytes = await Promise.all(
    pictures.map(async (file) => ({ ...file, base64: base64Of(await bytesOf(file.key)) })),
  );
  const { clientId } = installation;
  const told = { clientId, changes: outbox, results, pictures: withBytes };
  return new Blob([JSON.stringify(told, undefined, 2)], { type: 'application/json' });
};

const base64Of = (bytes: ArrayBuffer | undefined): string =>
  btoa(Array.from(new Uint8Array(bytes ?? new ArrayBuffer(0)), (byte) => String.fromCodePoint(byte)).join(''));
