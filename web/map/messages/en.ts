export const en = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show everything',
  drawnBase: 'Drawn base, no map service',
  pin: 'The place. Drag it, or move it with the arrow keys',
} as const;
