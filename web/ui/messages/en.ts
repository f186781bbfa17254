export const en = {
  close: 'Close',
  dismiss: 'Dismiss',
  required: 'required',
  resize: 'Resize with the arrow keys',
} as const;
