import { isFinished } from '../../../../shared/rules/appointment-lifecycle.ts';
import type { ConsoleState } from '../../state/console-state.svelte.ts';
import type { MapLayers } from './map-layers.svelte.ts';
import { t } from './messages.ts';

/** The heat in figures, for those who do not see it. */
export const demandWords = (desk: ConsoleState): string => {
  const { board, format } = desk;
  const open = [...board.onDay, ...board.backlog].filter((one) => !isFinished(one.status));
  const shown = open.filter((one) => desk.matches(one));
  const seconds = shown.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
  return t('demand', { count: shown.length, work: format.duration(seconds) });
};

/** What a stock place or a machine is that was pointed at. */
export const pointedWords = (
  { board }: ConsoleState,
  { stockLocations, assets }: Pick<MapLayers, 'stockLocations' | 'assets'>,
  id: string,
): string | undefined => {
  const stock = stockLocations.find((one) => one.id === id);
  if (stock) return `${stock.name} · ${t(`stock.${stock.kind}`)} · ${stock.place?.addressText ?? ''}`;
  const work = [...board.appointments.values()].filter(({ assetId }) => assetId === id);
  const asset = assets.items.get(id);
  const [first] = work;
  if (asset) {
    const todo = first ? t('asset.work', { count: work.length, subject: first.subject }) : t('asset.noWork');
    return [asset.name, asset.serial, asset.customer, asset.place.addressText, todo].join(' · ');
  }
  if (!first) return undefined;
  return `${first.contact.name} · ${first.place.addressText} · ${t('asset.work', { count: work.length, subject: first.subject })}`;
};
