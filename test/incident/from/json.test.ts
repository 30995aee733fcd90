import { describe, expect, it } from "vitest";
import { imported, told, unread } from "./reading";

const event = '{"time":"2025-03-10T09:00:00Z","text":"down"}';

describe("a file of JSON", () => {
  it.each([
    ["a list", `[${event}]`, 1],
    ["one text behind the other", `${event}${event.replace("down", "up")}`, 2],
    ["one text in each line, with blank lines", `\n${event}\n\n${event.replace("down", "up")}\n\n`, 2],
    ["lists one behind the other", `[${event}] [${event.replace("down", "up")}]`, 2],
  ])("holds %s", (_, text, count) => {
    expect(imported(text).events).toHaveLength(count);
  });

  it.each([
    ['{\n"a": 1,}', "2: this is no JSON"],
    ['{\n"a" 1}', "2: this is no JSON"],
    ['{\n"a"\n:\n:1}', "4: this is no JSON"],
    ['{"a":\n}', "2: this is no JSON"],
    ['{"a"\n}', "2: this is no JSON"],
    ['{"a":1\n"b":2}', "2: this is no JSON"],
    ['{"a":1,\n1:2}', "2: this is no JSON"],
    ['{"a":1,\n{}:2}', "2: this is no JSON"],
    ['{"a":[1\n2]}', "2: this is no JSON"],
    ['{"a":[1,\n]}', "2: this is no JSON"],
    ['{"a":[\n,1]}', "2: this is no JSON"],
    ['{"a":[1\n}}', "2: this is no JSON"],
    ['{"a":[]\n,\n,"b":1}', "3: this is no JSON"],
    ['{"a":[1,\ntru]}', "2: this is no JSON"],
    ['{"a":[1,\n01]}', "2: this is no JSON"],
    ['{"a":["x",\n"\\x"]}', "2: this is no JSON"],
    ['{"a":{},\n"b":{\n"c":}}', "3: this is no JSON"],
    ["[[1],\n[2]\n[3]]", "3: this is no JSON"],
    ["[1]\n]", "2: this closes nothing"],
    ['{"a":1}\n}', "2: this closes nothing"],
    ['[1]\n\n"x', "3: a text that begins here has no end"],
    ['[1,\n"a\\"b', "2: a text that begins here has no end"],
    ["[1]\n[2,\n3", "3: the file breaks off here"],
    ['{"a":{"b":[\n1]}\n', "3: the file breaks off here"],
    ["{}", "-: holds no list of events with a time and a text each; the settings can say which keys hold them"],
    ["[]", "-: holds no list of events with a time and a text each; the settings can say which keys hold them"],
  ])("says where it is broken: %j", (text, fault) => {
    expect(imported(text).failed).toEqual([fault]);
  });

  it.each([
    ["{}", true],
    ['{"a":1}', true],
    ["[[1]]", true],
    ["[{}]", true],
    ['["a"]', true],
    ["[]", true],
    ["[1]", true],
    ["[1, 2]", true],
    ["[-1.5,2]", true],
    ["[null]", true],
    ["[true]", true],
    ["[false]", true],
    [" \n[\n1]", true],
    ["{a}", false],
    ["[nullify]", false],
    ["[3:06 PM]", false],
    ["[1.]", false],
    ["[x]", false],
    ["1", false],
    ["null", false],
  ])("is told from other texts by its beginning: %j", (text, isJson) => {
    const [fault = ""] = imported(text).failed;
    expect(fault.includes("no list of events")).toBe(isJson);
  });

  it("tells in which line a record stands that gave no event", () => {
    const text = [
      "",
      '{"a": {"time": 1, "list": [ {"x": "}]"}, [',
      '], {"time": "2025-03-10T09:00:00Z", "text": "down"},',
      '"soon",',
      '{"text": "no time", "more": {"list": [',
      "]}},",
      "7",
      "]}}",
      '{"a": {"list": [',
      '{"time": "2025-03-10T09:01:00Z", "text": "up"},',
      '{"time": "2025-03-10T09:02:00Z"}',
      "]}}",
    ].join("\n");
    const read = imported(text);
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z -: down", "2025-03-10T09:01:00Z -: up"]);
    expect(unread(read)).toEqual([
      "2: it has no time that can be read",
      "2: it has no time that can be read",
      "4: it has no time that can be read",
      "5: it has no time that can be read",
      "7: it has no time that can be read",
      "11: it says nothing",
    ]);
  });
});
