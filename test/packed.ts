/** Once for all tests, so that the programs that they run are those that `npm start` runs. */
export default async function packed(): Promise<void> {
  // With the project's own story, whatever a .env file names.
  process.env.STORY = "";
  await import("../src/build.ts");
}
