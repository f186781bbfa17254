import type { TechnicianView } from '../../shared/model/technician-view.ts';
import { applyToView } from '../../shared/rules/mutations/apply-to-view.ts';
import { upgradeMutation } from '../../shared/rules/mutations/upgrade-mutation.ts';
import type { Contents, Installation, KeptMutation } from './kept.ts';

/** What the technician has before him: the server's last view with all that he did since, by the same rules as the server's. What no longer fits is left out here; the server says why. */
export const presentView = ({ view, outbox, installation }: Contents): TechnicianView | undefined =>
  view && outbox.reduce<TechnicianView>((before, mutation) => withMutation(before, mutation, installation), view.body);

const withMutation = (
  view: TechnicianView,
  mutation: KeptMutation,
  { clientId, offsetMilliseconds }: Installation,
): TechnicianView => {
  const upgraded = upgradeMutation(mutation, mutation.schemaVersion, clientId);
  const at = new Date(Date.parse(mutation.recordedAt) + offsetMilliseconds).toISOString();
  const applied = applyToView(view, upgraded, at, offsetMilliseconds);
  return applied.ok ? applied.view : view;
};
