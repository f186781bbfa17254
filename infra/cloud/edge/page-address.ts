/**
 * Runs at the edge (CloudFront Functions, runtime 2.0) before a page is fetched: a folder is its index.html, and a folder's name
 * without its slash is sent there. The bucket itself knows files only.
 */
export const pageAddress = `
function handler(event) {
  var request = event.request;
  if (request.uri === '/') return moved('/dispatch/');
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  else if (request.uri.lastIndexOf('.') < request.uri.lastIndexOf('/')) return moved(request.uri + '/');
  return request;
}
function moved(to) {
  return { statusCode: 308, statusDescription: 'Permanent Redirect', headers: { location: { value: to } } };
}
`;
