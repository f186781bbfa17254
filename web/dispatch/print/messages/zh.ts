import type { en } from './en.ts';

export const zh: Record<keyof typeof en, string> = {
  title: '当日工作单',
  whose: '对象',
  everybody: '所有有预约的技术员',
  withMap: '附当前显示的地图',
  map: '地图：{heading}',
  nothing: '这一天没有可打印的安排。',
  close: '关闭',
  print: '打印',
  shift: '班次 {span}',
  start: '从 {place} 出发',
  'column.number': '序号',
  'column.time': '时间',
  'column.told': '已告知时段',
  'column.customer': '客户',
  'column.work': '工作',
  'column.parts': '配件',
};
