import * as z from 'zod/mini';
import { idOf } from '../../model/entity.ts';
import { etaSchema, positionFix } from '../../model/position-fix.ts';
import { endpoint, staff } from '../endpoint.ts';

export const sendPositions = endpoint({
  method: 'POST',
  path: '/v1/positions',
  summary:
    "A batch of the signed-in technician's position fixes; repeated and late ones are counted, never applied twice",
  access: staff('technician'),
  body: z.strictObject({ fixes: z.array(positionFix).check(z.minLength(1), z.maxLength(100)) }),
  response: z.strictObject({
    accepted: z.int(),
    ignored: z.int(),
    /** In how many seconds the next batch is worth sending; the phone decides itself where it is not told. */
    nextBatchSeconds: z.optional(z.int()),
    /** The appointment whose place the technician seems to have reached, to be confirmed by him. */
    arrivalSuggestedFor: z.optional(idOf('appointment')),
    /** The appointment that he is still said to work on although he seems to have left. */
    departureSuggestedFor: z.optional(idOf('appointment')),
    /** When he will reach the place he travels to. */
    eta: z.optional(etaSchema),
  }),
  entry: 'positions',
});
