import type { en } from './en.ts';

export const zh: Record<keyof typeof en, string> = {
  zoomIn: '放大',
  zoomOut: '缩小',
  showAll: '显示全部',
  drawnBase: '内置底图，未使用地图服务',
  corners: '区域的顶点',
  corner: '顶点 {number}：方向键移动，Delete 键删除',
  cornerAdd: '在此添加顶点',
  'cornersTooMany.one': '视野内有 {count} 个顶点，请放大后再移动',
  'cornersTooMany.other': '视野内有 {count} 个顶点，请放大后再移动',
  'drawing.one': '{count} 个顶点。点击地图，或按空格键取十字处的位置；退格键撤回；回车键闭合区域',
  'drawing.other': '{count} 个顶点。点击地图，或按空格键取十字处的位置；退格键撤回；回车键闭合区域',
  'drawingLine.one': '{count} 个点。点击地图，或按空格键取十字处的位置；退格键撤回；回车键结束',
  'drawingLine.other': '{count} 个点。点击地图，或按空格键取十字处的位置；退格键撤回；回车键结束',
  cornersTooNear: '有些顶点靠得太近，无法选取：请放大地图',
  'measure.begin': '设置地点：点击，或按空格键取十字处的位置',
  'measure.area': '· 面积 {size} 平方公里',
  'measure.again': '重新测量',
  'measure.close': '关闭',
  pin: '地点标记，可拖动或用方向键移动',
};
