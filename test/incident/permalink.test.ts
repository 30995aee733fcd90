import { expect, it } from "vitest";
import { readPermalinks } from "../../src/incident";

it("reads the moment out of a Slack permalink", () => {
  const text =
    "see https://example.slack.com/archives/C075D3C5HST/p1698833753123456 and /archives/C075D3C5HST/p1759503579040139?thread_ts=1759503570.040139";
  expect(
    readPermalinks(text).map(({ time, start, end }) => [new Date(time).toISOString(), text.slice(start, end)]),
  ).toEqual([
    ["2023-11-01T10:15:53.000Z", "/archives/C075D3C5HST/p1698833753123456"],
    ["2025-10-03T14:59:39.000Z", "/archives/C075D3C5HST/p1759503579040139"],
  ]);
});

it.each([
  "/archives/C075D3C5HST",
  "/archives/C075D3C5HST/p169883375",
  "/archives/C075D3C5HST/p16988337531234567",
  "/p1698833753123456",
])("finds none in %s", (text) => {
  expect(readPermalinks(text)).toEqual([]);
});
