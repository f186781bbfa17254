/** A phone number as people type it, in the form the contract wants (E.164): no spaces, dots, dashes or brackets; 00 is +. */
export const phoneNumberOf = (text: string): string => text.replace(/[\s().\-/]/g, '').replace(/^00/, '+');

/** E.164, as shared/model/scalar.ts has it. */
export const isPhoneNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);
