import { expect, test, vi } from "vitest";
import { LazyMap } from "../../src/story/lazyMap.ts";

const made = (keys: readonly string[]) => {
  const make = vi.fn<(place: number) => { place: number }>((place) => ({ place }));
  return { make, map: new LazyMap(keys, make) };
};

test("a value is made when it is first asked for, and once", () => {
  const { make, map } = made(["b", "a"]);
  expect([map.size, map.has("a"), map.has("c"), map.get("c")]).toEqual([2, true, false, undefined]);
  expect(make).not.toHaveBeenCalled();
  expect(map.get("a")).toEqual({ place: 1 });
  expect([map.get("a"), ...map.values()][0]).toBe(map.at(1));
  expect(make.mock.calls).toEqual([[1], [0]]);
});

test("it is gone through as a Map of the same is, in the order of its keys", () => {
  const keys = ["b", "c", "a"];
  const same = new Map(keys.map((key, place) => [key, { place }]));
  const { map } = made(keys);
  expect([...map]).toEqual([...same]);
  expect([...map.entries()]).toEqual([...same.entries()]);
  expect([...map.keys()]).toEqual([...same.keys()]);
  expect([...map.values()]).toEqual([...same.values()]);
  const seen: unknown[] = [];
  map.forEach((value, key, all) => seen.push([key, value, all === map]));
  expect(seen).toEqual([...same].map(([key, value]) => [key, value, true]));
});
