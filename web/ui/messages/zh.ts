import type { en } from './en.ts';

export const zh: Record<keyof typeof en, string> = {
  close: '关闭',
  dismiss: '知道了',
  suggestions: '建议',
  required: '必填',
  resize: '用方向键调整大小',
};
