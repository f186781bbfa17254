/** What a reader gives: the thing, or why not and where in the file. */
export type Reading<Thing> =
  | { readonly ok: true; readonly value: Thing }
  | { readonly ok: false; readonly reason: 'not-readable' | 'not-supported'; readonly detail: string };

export const read = <Thing>(value: Thing): Reading<Thing> => ({ ok: true, value });

export const refuse = (
  reason: 'not-readable' | 'not-supported',
  detail: string,
): { ok: false; reason: 'not-readable' | 'not-supported'; detail: string } => ({ ok: false, reason, detail });
