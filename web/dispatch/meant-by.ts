/** What a right click or the menu key is about: the thing itself, or on the map, whose marks are painted, the mark that is meant there. */
export const meantBy = (
  target: EventTarget | null,
  onMapId: string | undefined,
): { readonly element: Element; readonly id: string } | undefined => {
  if (!(target instanceof Element)) return undefined;
  const thing = target.closest<HTMLElement>('[data-id]');
  if (thing) return { element: thing, id: thing.dataset['id'] ?? '' };
  const map = target instanceof HTMLCanvasElement && target.closest('[data-panel="map"]');
  if (!map || onMapId === undefined) return undefined;
  return { element: map.querySelector(`[data-id="${CSS.escape(onMapId)}"]`) ?? map, id: onMapId };
};
