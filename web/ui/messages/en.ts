export const en = {
  close: 'Close',
  dismiss: 'Dismiss',
  required: 'required',
  suggestions: 'Suggestions',
  resize: 'Resize with the arrow keys',
} as const;
