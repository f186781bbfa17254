/** The look of the API page, light and dark. */
export const pageStyle = `
:root { color-scheme: light dark; --line: light-dark(#d5dae1, #3a4350); --soft: light-dark(#f4f6f8, #1b222c); --ink: light-dark(#1a2430, #e6ebf1); --accent: light-dark(#0b5cad, #7ab8ff); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #11161d); }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
a { color: var(--accent); }
label { display: block; margin: .5rem 0; font-weight: 600; }
input, textarea { display: block; width: 100%; padding: .5rem; font: .9rem/1.4 ui-monospace, monospace; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: .375rem; }
textarea { min-height: 8rem; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; }
summary { padding: .6rem .8rem; cursor: pointer; overflow-wrap: anywhere; }
summary code { font-weight: 600; }
.method { display: inline-block; min-width: 4.5rem; color: var(--accent); font-weight: 700; }
.inner { padding: 0 .8rem .8rem; }
button { padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: light-dark(#fff, #0d1117); background: var(--accent); border: 0; border-radius: .375rem; cursor: pointer; }
pre { max-height: 30rem; overflow: auto; padding: .75rem; background: var(--soft); border-radius: .375rem; font-size: .85rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
