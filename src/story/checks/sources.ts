import { instantOfPost } from "../dates.ts";
import type { Fault } from "../fault.ts";
import type { SourceRecord } from "../schema.ts";

/** Addresses that are not https, and X posts whose id tells another time than their date. */
export function wrongSources(sources: readonly SourceRecord[]): Fault[] {
  return sources.flatMap((source) => [...wrongAddress(source), ...wrongPost(source)]);
}

function wrongAddress({ id, url, insecure }: SourceRecord): Fault[] {
  const secure = url?.startsWith("https:");
  if (url !== null && !secure && !insecure) {
    return [
      fault(id, "url", "is not https; mark the source `insecure` if its publisher has no other address"),
    ];
  }
  if (insecure && secure !== false) return [fault(id, "insecure", "marks an http address; take it away")];
  return [];
}

/** A post elsewhere than on X holds no time in its address. */
function wrongPost({ id, url, kind, date }: SourceRecord): Fault[] {
  if (url === null || !/^((www|mobile)\.)?(x|twitter)\.com$/.test(new URL(url).hostname)) return [];
  if (kind !== "post") return [fault(id, "kind", `is ${kind}, but an address on X is that of a post`)];
  const post = url.match(/^https:\/\/x\.com\/\w+\/status\/(\d+)$/)?.[1];
  if (!post) return [fault(id, "url", "is not the address of a post: https://x.com/NAME/status/ID")];
  const held = instantOfPost(post).toString({ smallestUnit: "second", roundingMode: "trunc" });
  return held === date ? [] : [fault(id, "date", `is ${date}, but the post's id holds ${held}`)];
}

function fault(id: string, field: string, reason: string): Fault {
  return { file: "sources.json", place: `${id}: ${field}`, reason };
}
