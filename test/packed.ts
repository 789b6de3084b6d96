/** Once for all tests, so that the programs that they run are those that `npm start` runs. */
export default async function packed(): Promise<void> {
  await import("../src/build.ts");
}
