import type { en } from './en.ts';

export const zh: Record<keyof typeof en, string> = {
  layers: '图层',
  show: '在地图上显示',
  'layer.heat': '需求热力图',
  'layer.routes': '所有路线：已完成与待完成',
  'layer.stock': '库存地点',
  'layer.assets': '本看板上有工作的设备',
  'layer.geofences': '视为到达的范围',
  'demand.one': '{count} 个未完成预约，工作量 {work}',
  'demand.other': '{count} 个未完成预约，工作量 {work}',
  'stock.warehouse': '仓库',
  'stock.van': '车辆',
  'stock.depot': '维修点',
  'stock.site': '客户处',
  'stock.failed': '无法读取库存地点。',
  'asset.work.one': '{count} 个预约：{subject}',
  'asset.work.other': '{count} 个预约，其中一个是 {subject}',
  retry: '重试',
  measure: '测量',
  print: '打印当日工作单',
};
