/** A text in its own words, and what it puts in quotation marks: « », “ ”, " ". */
export interface Quotation {
  own: string;
  quoted: string;
}

const QUOTED = /«([^»]+)»|[“„]([^”“]+)[”“]|"([^"]+)"/gu;

/** Parts a text from what it quotes, which may be of another language and is nobody's question. */
export function partQuoted(text: string): Quotation {
  const quoted = [...text.matchAll(QUOTED)].map(
    (match) => match.slice(1).find((group) => group !== undefined) ?? "",
  );
  return { own: text.replace(QUOTED, " "), quoted: quoted.join(" ") };
}
