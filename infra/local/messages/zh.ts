import type { LocalWords } from './local-words.ts';

export const zh: LocalWords = {
  lang: 'zh',
  mark: 'Fieldline · 演示',
  start: {
    title: '从这里开始',
    about:
      '波士顿 Harbor Field Service：一家虚构的公司，有四个服务区和二十五名技术员。它有自己的时钟，总停在工作日的中段。',
    product: '产品',
    dispatch: ['调度台', '待办队列、地图、时间板、计划、数据'],
    technician: ['技术员手机端', '一天的行程，逐站进行'],
    report: ['网页报修', '客户报告问题'],
    outbox: ['发件箱', '发给客户的消息及其中的链接'],
    connect: '供系统对接者使用',
    docs: ['试用 API', '每项操作，附示例'],
    openapi: ['OpenAPI 3.1', '接口文档'],
    health: ['运行状况', '能否读取数据表'],
    tokens: '供脚本使用的令牌',
    tokensHow:
      '向 /local/token 发送 POST {"account": "dispatcher"} 即得访问令牌；其他账号：agent、clerk、manager、administrator、technician、technician-ben 等，以及另一家公司的 other-dispatcher。',
  },
  signIn: {
    title: '登录',
    about: '这里不用密码：选择你要扮演的人。',
    technicians: '技术员',
    office: '办公室',
    roles: {
      dispatcher: ['调度员', '安排并跟进当天工作'],
      agent: ['客服', '接听来电'],
      technician: ['技术员', '上门服务'],
      clerk: ['库管员', '配件与仓库'],
      manager: ['经理', '数据与报表'],
      administrator: ['管理员', '全部权限'],
    },
  },
  outbox: {
    title: '发件箱',
    about: '电子邮件和短信到此为止：不会离开这台机器。',
    empty: '还没有消息。请指派一个客户留有电子邮箱的预约，然后再来查看。',
    channels: { 'e-mail': '电子邮件', sms: '短信' },
    to: (channel, to, at) => `${channel} 发给 ${to} · ${at} UTC`,
  },
};
