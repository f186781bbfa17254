/** To park and to walk to the door; an assumption that every travel model shares, so that they can be compared. */
export const stopOverheadSeconds = 120;

/** Below this two places are one: the phone of who stands before the door. */
export const samePlaceMetres = 10;
