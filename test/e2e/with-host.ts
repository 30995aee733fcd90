import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { startHost, type HostDriver, type HostOptions } from "./host-driver";

/** The app for all tests of a suite: started and taken over first, its console clean after each, closed at the end. */
export function withHost(options: HostOptions, take: (app: HostDriver) => void | Promise<void>): void {
  let app: HostDriver;
  beforeAll(async () => {
    app = await startHost(options);
    await take(app);
  });
  afterEach(async () => {
    expect(app.consoleProblems()).toEqual([]);
    expect(await app.unasked()).toEqual([]);
  });
  afterAll(async () => {
    await app.close();
  });
}
