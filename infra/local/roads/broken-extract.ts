/** An extract that cannot be read, with what to do about it in its message. */
export class BrokenExtract extends Error {
  override readonly name = 'BrokenExtract';
}
