import { expect, test } from "vitest";
import { menuRow } from "../../src/view/components.ts";

function menuOf(count: number, placeholder = "Open an event…") {
  const options = Array.from({ length: count }, (_, n) => ({ label: `event ${n}`, value: String(n) }));
  const [row] = menuRow("timeline:open", placeholder, options);
  const [menu] = row?.components ?? [];
  return menu && "options" in menu ? menu : undefined;
}

test("a menu holds what Discord takes, and says so where there is more", () => {
  expect(menuOf(25)).toMatchObject({ placeholder: "Open an event…" });
  expect(menuOf(26)).toMatchObject({ placeholder: "Open an event… (25/26)" });
  expect(menuOf(26)?.options).toHaveLength(25);
  expect(menuOf(26, "x".repeat(200))?.placeholder).toMatch(/^x+… \(25\/26\)$/);
  expect(menuOf(26, "x".repeat(200))?.placeholder).toHaveLength(150);
  expect(menuOf(0)).toBeUndefined();
});

test("the same value is offered once", () => {
  const options = [1, 1, 2].map((n) => ({ label: `event ${n}`, value: String(n) }));
  const [row] = menuRow("timeline:open", "Open…", options);
  expect(row?.components[0]).toMatchObject({
    placeholder: "Open…",
    options: [{ value: "1" }, { value: "2" }],
  });
});
