import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { withFunctions } from "../../esbuild.functions.mjs";

/** Long enough for a function to be rewritten. */
const padding = `"${"-".repeat(200)}";`;

/** What the text gives for `result`, as it stands and rewritten. */
function resultsOf(text: string): readonly unknown[] {
  return [text, withFunctions(text)].map((each): unknown => runInNewContext(`(function(){${each}\nreturn result})()`));
}

describe("function expressions for arrow functions", () => {
  it.each([
    ["a block", `const f=(a,b=2,...rest)=>{${padding}return[a,b,rest]};`, "f(1,void 0,3)", "function(a,b=2,...rest){"],
    ["an expression", `const f=a=>a+${padding}`, "f(1)", "function(a){return a+"],
    ["an object", `const f=({a:[b]})=>({b,c:${padding.slice(0, -1)}});`, "f({a:[1]})", "function({a:[b]}){return ({b,"],
    ["one within another", `const f=a=>b=>[a,b,${padding.slice(0, -1)}];`, "f(1)(2)", "function(a){return b=>["],
    ["nothing given, called at once", `const f=(()=>{${padding}return 1})();`, "f", "(function(){"],
    ["a this of its own", `const f=()=>{${padding}return{v:1,g(){return this.v}}};`, "f().g()", "function(){"],
    ["one in a list", `const f=[1,(a)=>{${padding}return a}];`, "f[1](2)", "[1,function(a){"],
  ])("do the same: %s", (_what, text, call, written) => {
    const [before, after] = resultsOf(`${text}const result=JSON.stringify(${call});`);
    expect(after).toBe(before);
    expect(withFunctions(text)).toContain(written);
  });

  it("wait as they did", async () => {
    const text = `const f=async a=>{${padding}return await a};const result=f(Promise.resolve("done"));`;
    expect(withFunctions(text)).toContain("f=async function(a){");
    await expect(Promise.all(resultsOf(text))).resolves.toEqual(["done", "done"]);
  });

  it.each([
    ["short", "const f=a=>a;"],
    ["of a class", `class F{f=()=>{${padding}return this}}`],
    ["of a method", `const o={f(){return()=>{${padding}}}};`],
    ["with the this around it", `const f=()=>{${padding}return()=>this};`],
    ["with the arguments around it", `const f=()=>{${padding}return arguments};`],
  ])("leave an arrow function that is %s", (_what, text) => {
    expect(withFunctions(text)).toBe(text);
  });
});
