/** SHA-256 of a file in lower-case hex: its name on the server, so that the same photo sent twice is one. */
export const contentHashOf = async (file: Blob): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
