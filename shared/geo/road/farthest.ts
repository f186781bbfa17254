/** No way: more than any cost of a way (12 days in milliseconds), and two of it still fit a whole number of 32 bits. */
export const farthest = 0x3fffffff;
