// Imported before a *.svelte.ts module: outside of a page nothing is redrawn, so that a rune is just its value.
const state = Object.assign(<Value>(value?: Value) => value, { raw: <Value>(value?: Value) => value });
Object.assign(globalThis, { $state: state });
