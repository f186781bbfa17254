/** UTF-16 units of a text: what every JavaScript has, where TextEncoder belongs to Node and browsers. */
export const unitsOf = (text: string): Uint16Array<ArrayBuffer> =>
  Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** More arguments than this may overflow the stack. */
const unitsAtOnce = 8192;

export const textOf = (units: Uint16Array): string => {
  let text = '';
  for (let at = 0; at < units.length; at += unitsAtOnce) {
    text += String.fromCharCode(...units.subarray(at, at + unitsAtOnce));
  }
  return text;
};
