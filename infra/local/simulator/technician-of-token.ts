/** The technician that a bearer token speaks of; read without proof, for it decides only whom the simulator leaves alone. */
export function technicianOfToken(authorization: string | undefined): string | undefined {
  const claims = authorization?.replace(/^Bearer /, '').split('.')[1];
  if (claims === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('custom:technician' in parsed)) return undefined;
    const id = parsed['custom:technician'];
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
