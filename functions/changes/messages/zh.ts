import type { MessageWords } from './message-words.ts';

export const zh: MessageWords = {
  'appointment-scheduled': ({ company, subject, number, window }) => ({
    subject: `您的预约：${window.day} ${window.from}至${window.to}`,
    text: `${company}：我们将于${window.day}${window.from}至${window.to}上门处理“${subject}”（${number}）。在此查看预约进度：{link}`,
  }),
  'technician-travelling': ({ company, subject, number, technician }) => ({
    subject: `${technician}正在前往您处`,
    text: `${company}：${technician}正在前往您处，处理“${subject}”（${number}）。在地图上查看位置：{link}`,
  }),
  'appointment-completed': ({ company, subject, number }) => ({
    subject: `已完成：${subject}`,
    text: `${company}：“${subject}”（${number}）已完成。感谢您的信任。`,
  }),
  'contract-expiring': ({ clause, customer, endsOn, days, noticeBy, url }) => ({
    subject: `合同将在${days}天后到期：${customer}，${clause}`,
    text: `${customer}的合同“${clause}”将于${endsOn}到期，还有${days}天。${noticeBy === undefined ? '' : `如在${noticeBy}前未提出终止，合同将自动续期。`}续签、修改或任其到期：${url}`,
  }),
  'contract-expiring-customer': ({ company, clause, endsOn, noticeBy, phone }) => ({
    subject: `您的合同将于${endsOn}到期`,
    text: `${company}：您的合同“${clause}”将于${endsOn}到期。${noticeBy === undefined ? '在此之前一切照旧。' : `如您在${noticeBy}前未提出终止，合同将自动续期。`}${phone === undefined ? '' : `如有疑问，请致电：${phone}。`}`,
  }),
};
