/** The part of npm's edtf that this project uses; the package ships no types. */
declare module "edtf" {
  interface Edtf {
    type: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
    /** First and last millisecond, read as UTC; ±Infinity where an interval is open. */
    min: number;
    max: number;
    /** 1 for a year, 2 for a month, 3 for a day; only on dates. */
    precision?: number;
    approximate?: { value: number };
  }
  export default function edtf(text: string): Edtf;
}
