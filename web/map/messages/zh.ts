import type { en } from './en.ts';

export const zh: Record<keyof typeof en, string> = {
  zoomIn: '放大',
  zoomOut: '缩小',
  showAll: '显示全部',
  drawnBase: '内置底图，未使用地图服务',
  pin: '地点标记，可拖动或用方向键移动',
};
