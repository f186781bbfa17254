/** Largest body of a request, in bytes; told in the API document. */
export const bodyLimitBytes = 256 * 1024;
