import type { KeptMutation } from './kept.ts';

/** What one request holds: the server takes 50 changes and 256 KiB. */
const mostMutations = 50;
const mostCharacters = 200_000;

/** The oldest unsent changes that go together: of one version of the schema, since a push names one. `most` is lowered after a push that was too large. */
export const nextBatch = (outbox: readonly KeptMutation[], most = mostMutations): KeptMutation[] => {
  const unsent = outbox.filter(({ state }) => state === 'unsent');
  const batch: KeptMutation[] = [];
  let characters = 0;
  for (const mutation of unsent) {
    characters += JSON.stringify(mutation).length;
    const fits = batch.length < most && characters <= mostCharacters;
    const alike = batch.every(({ schemaVersion }) => schemaVersion === mutation.schemaVersion);
    if (batch.length > 0 && !(fits && alike)) break;
    batch.push(mutation);
  }
  return batch;
};
