/** Notes that are made to make a checker slow, about `length` characters each. */
export function hostileNotes(length: number): Readonly<Record<string, string>> {
  const repeat = (text: string): string => text.repeat(Math.ceil(length / text.length));
  const note = (body: string): string =>
    `---\ntitle: Hostile\ndate: 2024-04-11\ntags: [postmortem]\n---\n\n# Hostile\n\n## Timeline\n\n${body}\n\n## Action Items\n\n- [ ] Nothing\n`;
  return {
    "nested quotes": note(repeat("> ")),
    "nested lists": note(
      Array.from({ length: Math.floor(Math.sqrt(length / 2)) }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"),
    ),
    "open links": note(repeat("[a](")),
    "open wikilinks": note(repeat("[[a|")),
    "open comments": note(repeat("%%a\n")),
    "open code": note(repeat("`a``b```c ")),
    "emphasis marks": note(repeat("*a **b _c __d ")),
    "open math": note(repeat("$a $$b ")),
    "open tags": note(repeat("<a <!-- ")),
    "wide table": note(`|${repeat("a|")}\n|${repeat("-|")}`),
    times: note(repeat("- 06:12 ")),
    "action items": note(repeat("- [ ] a @b 📅 2024-01-01 [c:: d]\n")),
    "embeds of itself": note(repeat("![[#Timeline]]\n")),
    "open properties": `---\n${repeat("a: [{")}\n---\n\n# Hostile\n`,
    "aliases in properties": `---\na: &a [x]\n${repeat("b: [*a, *a, *a]\n")}---\n\n# Hostile\n`,
    "line of digits": note(repeat("12:")),
    "words of hindsight": note(repeat("should have could have ")),
  };
}
