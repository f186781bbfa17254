import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The program that CloudFront runs (CloudFront Functions, runtime 2.0) before a page is fetched: a folder is its index.html, a
 * folder's name without its slash is sent there, and what is neither one of the pages' files nor among the assets, of which
 * older ones stay, nor of one's own map, is answered as missing, with a page that leads on.
 */
export const pageAddress = (files: readonly string[]): string => {
  const code = `
var files = ${JSON.stringify(files)};
function handler(event) {
  var request = event.request;
  if (request.uri === '/') return moved('/dispatch/');
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  if (files.includes(request.uri) || /^\\/(assets|map)\\//.test(request.uri)) return request;
  if (files.includes(request.uri + '/index.html')) return moved(request.uri + '/');
  return missing();
}
function moved(to) {
  return { statusCode: 308, statusDescription: 'Permanent Redirect', headers: { location: { value: to } } };
}
function missing() {
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: {
      'content-type': { value: 'text/html; charset=utf-8' },
      'content-security-policy': { value: "default-src 'none'; frame-ancestors 'none'" },
      'x-content-type-options': { value: 'nosniff' },
    },
    body: { encoding: 'text', data: ${JSON.stringify(missingPage)} },
  };
}
`;
  if (code.length > mostCharacters) throw new Error(`The edge takes ${mostCharacters} characters, not ${code.length}`);
  return code;
};

/** What CloudFront takes as one function. */
const mostCharacters = 10_000;

/** The files of the built pages, as addresses; those of the assets carry a hash and are not named one by one. */
export const pageFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((address) => !address.startsWith('/assets/'))
    .sort();

const missingPage = [
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
  '<title>Nothing here · 此处没有内容</title><main><h1>There is nothing at this address</h1>',
  '<p><a href="/dispatch/">To the console</a> · <a href="/technician/">To the technician’s phone</a></p>',
  '<p>A customer’s link has the form that came with the message: open it from there.</p>',
  '<div lang="zh"><h2>此地址没有内容</h2>',
  '<p><a href="/dispatch/">调度控制台</a> · <a href="/technician/">技术员手机页面</a></p>',
  '<p>客户请从收到的消息中打开链接。</p></div></main></html>',
].join('');
