/**
 * Pixels. A phone shows the width at a third, so that 36 becomes 12; nothing is set in less than 30. The
 * greatest height is that of a phone's screen at the same scale: the whole picture fits on it.
 */
export const WIDTH = 1080;
export const TALLEST = 2340;
export const MARGIN = 48;
/** Times end here, then comes the axis, then the titles. */
export const TIMES_END = 252;
export const AXIS = 298;
export const TITLES = 344;
