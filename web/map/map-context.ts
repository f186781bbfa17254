import { createContext } from 'svelte';
import type { MapView } from './map-view.ts';

/** Layers find the map they belong to. */
export const [mapContext, setMapContext] = createContext<() => MapView>();
