/** How far from the day that a member names a date may lie, in days: a day is mistaken easily, a month hardly ever. */
export const MISTAKEN_DAYS = 3;
