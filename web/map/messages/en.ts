export const en = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show everything',
  drawnBase: 'Drawn base, no map service',
  corners: 'Corners of the area',
  corner: 'Corner {number}. Arrow keys move it, Delete removes it',
  cornerAdd: 'Add a corner here',
  'cornersTooMany.one': '{count} corner in sight: come nearer to move it',
  'cornersTooMany.other': '{count} corners in sight: come nearer to move them',
  'drawing.one':
    '{count} corner. Click, or Space for the place under the cross; Backspace takes one back; Enter closes the area',
  'drawing.other':
    '{count} corners. Click, or Space for the place under the cross; Backspace takes one back; Enter closes the area',
  'drawingLine.one':
    '{count} place. Click, or Space for the place under the cross; Backspace takes one back; Enter ends the line',
  'drawingLine.other':
    '{count} places. Click, or Space for the place under the cross; Backspace takes one back; Enter ends the line',
  cornersTooNear: 'Some corners lie too close together to be taken: come nearer',
  'measure.begin': 'Set places: click, or Space for the place under the cross',
  'measure.area': '· area {size} km²',
  'measure.again': 'Anew',
  'measure.close': 'Close',
  pin: 'The place. Drag it, or move it with the arrow keys',
} as const;
