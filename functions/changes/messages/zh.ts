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
};
