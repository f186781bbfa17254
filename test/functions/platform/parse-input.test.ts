import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseInput } from '../../../functions/platform/parse-input.ts';
import { Refusal } from '../../../functions/platform/errors.ts';
import { count, phoneNumber, shortText } from '../../../shared/model/scalar.ts';

const schema = z.strictObject({
  subject: shortText,
  quantity: z.optional(count),
  phone: z.optional(phoneNumber),
  kind: z.optional(z.enum(['fault', 'enquiry'])),
  tags: z.optional(z.array(z.string()).check(z.maxLength(1))),
});
const good = { subject: 'No heat' };

const refusalOf = (input: object) => {
  try {
    parseInput(schema, input, 'body');
  } catch (fault) {
    if (fault instanceof Refusal) return fault.details.errors;
  }
  return undefined;
};

it.each([
  ['a missing field', {}, 'body.subject', 'required'],
  ['an empty field', { subject: '  ' }, 'body.subject', 'required'],
  ['a text that is too long', { subject: 'x'.repeat(201) }, 'body.subject', 'too-long'],
  ['a word where a number belongs', { ...good, quantity: 'two' }, 'body.quantity', 'not-a-number'],
  ['half a number where a whole one belongs', { ...good, quantity: 1.5 }, 'body.quantity', 'not-a-number'],
  ['a number that is too small', { ...good, quantity: 0 }, 'body.quantity', 'too-small'],
  ['a number that is too large', { ...good, quantity: 10_001 }, 'body.quantity', 'too-large'],
  ['a phone number without its country', { ...good, phone: '617 555' }, 'body.phone', 'wrong-form'],
  ['a word that is no choice', { ...good, kind: 'order' }, 'body.kind', 'not-a-choice'],
  ['a list that is too long', { ...good, tags: ['a', 'b'] }, 'body.tags', 'too-long'],
  ['a field that is not known', { ...good, colour: 'red' }, 'body.colour', 'unknown-field'],
])('%s is refused with its path and a code for screens in other languages', (_, input, field, code) => {
  expect(refusalOf(input)).toEqual([{ field, code, message: expect.stringMatching(/\w/) }]);
});

it('what fits is given back as the schema reads it', () => {
  expect(parseInput(schema, { subject: ' No heat ' }, 'body')).toEqual(good);
});
