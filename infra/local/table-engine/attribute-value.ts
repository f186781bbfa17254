/** A value as it travels on the wire: one key names the type; binary is base64 text, numbers are decimal text. */
export type AttributeValue =
  | { S: string }
  | { N: string }
  | { B: string }
  | { BOOL: boolean }
  | { NULL: boolean }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: string[] }
  | { L: AttributeValue[] }
  | { M: Item };

export type Item = { [name: string]: AttributeValue };
export type AttributeType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M';

/** The type tag of a value. */
export function typeOf(value: AttributeValue): AttributeType {
  for (const tag in value) return tag as AttributeType;
  throw new Error('an attribute value carries exactly one type');
}

/** The members of a set value, or undefined for every other type. */
export function membersOf(value: AttributeValue): string[] | undefined {
  if ('SS' in value) return value.SS;
  if ('NS' in value) return value.NS;
  return 'BS' in value ? value.BS : undefined;
}

/** The text of a key value, whose type is one of S, N, B. */
export function scalarText(value: AttributeValue): string {
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  if ('B' in value) return value.B;
  throw new Error(`a ${typeOf(value)} is no key`);
}
