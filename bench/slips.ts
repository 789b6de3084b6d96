import type { Random } from "./random.ts";

/** Letters beside each other on the keyboards on which French and English are typed. */
const ROWS = ["azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** A word with one slip of the fingers: two letters swapped, one left out, doubled, or its neighbour hit. */
export function slip(word: string, random: Random): string {
  const letters = word.split("");
  const at = random.below(letters.length - 1);
  const [here = "", next = ""] = [letters[at], letters[at + 1]];
  switch (random.below(4)) {
    case 0:
      if (here !== next) letters.splice(at, 2, next, here);
      else letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 1);
      break;
    case 2:
      letters.splice(at, 0, here);
      break;
    default:
      letters.splice(at, 1, neighbour(here, random));
  }
  return letters.join("");
}

function neighbour(letter: string, random: Random): string {
  const near = ROWS.flatMap((row) => {
    const at = row.indexOf(letter);
    return at < 0 ? [] : [row[at - 1], row[at + 1]].filter((one) => one !== undefined);
  });
  return near.length > 0 ? random.pick(near) : letter + letter;
}
