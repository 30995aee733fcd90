/** Colours on paper, and where the system is light. */
const light: Readonly<Record<string, string>> = {
  ground: "#fff",
  ink: "#1f2328",
  faint: "#59636e",
  line: "#d1d9e0",
  shade: "#f4f6f8",
  link: "#0860c9",
  mark: "#fff3b0",
  note: "#0860c9",
  tip: "#1a7f37",
  important: "#8250df",
  warning: "#9a6700",
  caution: "#cf222e",
};

/**
 * The look of an exported document: light and dark by what the reader's system says, always light on paper. The
 * parts of the timeline picture go by the classes that `timeline-picture` gives them.
 */
export const documentStyle = `
:root { color-scheme: light dark; ${Object.entries(light)
  .map(([name, colour]) => `--${name}: ${colour};`)
  .join(" ")} }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
main { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; break-after: avoid; }
h1 { font-size: 2em; margin-top: 0; }
h2 { font-size: 1.4em; padding-bottom: .25em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.15em; }
h2 + h3 { margin-top: 1em; }
h4, h5, h6 { font-size: 1em; }
p, ul, ol, pre, table, figure, aside, details, blockquote { margin: 0 0 1em; }
li > p, li > ul, li > ol { margin-bottom: .3em; }
a { color: var(--link); }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: .15em; }
code, kbd, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code, kbd { background: var(--shade); padding: .15em .35em; border-radius: .25em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
kbd { border: 1px solid var(--line); }
pre { background: var(--shade); padding: .9em 1em; border-radius: .4em; overflow-x: auto; }
pre code { background: none; padding: 0; font-size: 1em; }
blockquote { padding-left: 1em; border-left: 3px solid var(--line); color: var(--faint); }
table { border-collapse: collapse; max-width: 100%; font-size: .95em; }
th, td { padding: .4em .75em; border: 1px solid var(--line); text-align: left; vertical-align: top; }
:is(th, td) > :first-child { margin-top: 0; }
:is(th, td) > :last-child { margin-bottom: 0; }
thead th { background: var(--shade); }
.center { text-align: center; }
.right { text-align: right; }
.facts { font-size: .95em; }
.facts th, .facts td { border-width: 0 0 1px; }
.facts th { padding-left: 0; font-weight: 600; }
.facts small { color: var(--faint); font-size: .9em; }
img, svg { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
figure { margin-inline: 0; }
figcaption, .missing { color: var(--faint); font-size: .9em; }
.missing { font-style: italic; }
.contents { margin: 1.5em 0; padding: .9em 1.1em; background: var(--shade); border-radius: .4em; }
.contents h2 { font-size: 1em; margin: 0 0 .4em; padding: 0; border: 0; }
.contents ul { margin: 0; padding: 0; list-style: none; }
.contents .deeper { padding-left: 1.25em; }
.task { list-style: none; }
.task > input:first-child { margin: 0 .35em 0 -1.35em; vertical-align: -.1em; }
.task > p:first-of-type { display: inline; }
.alert { --tone: var(--note); padding: .7em 1em .1em; border-left: 4px solid var(--tone); background: var(--shade); border-radius: 0 .4em .4em 0; }
.alert-title { margin-bottom: .3em; color: var(--tone); font-weight: 600; }
.icon { width: 1.15em; height: 1.15em; margin-right: .4em; vertical-align: -.2em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.alert :is(code, kbd, pre, thead th) { background: var(--ground); }
.alert pre { border: 1px solid var(--line); }
.alert pre code { background: none; }
math { font-size: 1.1em; }
.math-block { overflow-x: auto; margin: 0 0 1em; }
.tip, .success, .hint { --tone: var(--tip); }
.important, .question, .example { --tone: var(--important); }
.warning, .attention { --tone: var(--warning); }
.caution, .danger, .error, .failure, .bug { --tone: var(--caution); }
.postmortem-timeline { font-family: inherit; font-size: 12px; font-variant-numeric: tabular-nums; }
.postmortem-timeline text { fill: var(--ink); }
.postmortem-timeline :is(.postmortem-timeline-clock, .postmortem-timeline-after, .postmortem-timeline-zone, .postmortem-timeline-note, .postmortem-timeline-tick-text) { fill: var(--faint); }
.postmortem-timeline .postmortem-timeline-tick-text { font-size: 10px; }
.postmortem-timeline-note { font-style: italic; }
.postmortem-timeline-day, .postmortem-timeline-milestone, .postmortem-timeline-turn .postmortem-timeline-clock { font-weight: 600; }
.postmortem-timeline .postmortem-timeline-turn .postmortem-timeline-clock { fill: var(--ink); }
.postmortem-timeline-tick, .postmortem-timeline-leader { fill: none; stroke: var(--line); }
.postmortem-timeline-rail { stroke: var(--line); stroke-width: 2px; }
.postmortem-timeline-active { stroke: var(--caution); stroke-width: 4px; }
.postmortem-timeline-silence { stroke: var(--ground); stroke-width: 2px; stroke-dasharray: 2 4; }
.postmortem-timeline-break { fill: none; stroke: var(--ink); stroke-width: 1.5px; }
.postmortem-timeline-mark { fill: var(--faint); stroke: var(--ground); stroke-width: 1.5px; }
.postmortem-timeline-range { fill: var(--faint); }
.postmortem-timeline-started { fill: var(--caution); }
.postmortem-timeline-detected { fill: #e36209; }
.postmortem-timeline-acknowledged { fill: var(--warning); }
.postmortem-timeline-identified { fill: var(--note); }
.postmortem-timeline-mitigated { fill: #1b9aaa; }
.postmortem-timeline-resolved { fill: var(--tip); }
.postmortem-timeline-mark.postmortem-timeline-approximate { fill-opacity: .4; stroke: var(--faint); stroke-dasharray: 2 1.5; }
.postmortem-timeline-range.postmortem-timeline-approximate { opacity: .5; }
.footnotes { margin-top: 3em; padding-top: 1em; border-top: 1px solid var(--line); font-size: .9em; }
.footnote a, .back { text-decoration: none; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #14181d; --ink: #dfe5ec; --faint: #9aa5b1; --line: #343c46; --shade: #1e242b; --link: #6cb0ff; --mark: #5c4a00; --note: #6cb0ff; --tip: #56d364; --important: #c4a1ff; --warning: #e3b341; --caution: #ff8b82; }
}
@media print {
  @page { margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #59636e; } }
  :root { color-scheme: light; }
  body { font-size: 10.5pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  p, li { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  tr, img, svg, figure, .alert, .contents { break-inside: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  a { color: inherit; }
  a[href^="http"]:not(.address)::after { content: " (" attr(href) ")"; color: var(--faint); font-size: .85em; overflow-wrap: anywhere; }
  .back { display: none; }
  mark, pre, code, thead th, .alert, .contents { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

const chartStyle = `.postmortem-chart { font-family: inherit; font-variant-numeric: tabular-nums; }
.postmortem-chart text { fill: var(--faint); stroke: var(--ground); stroke-width: 3px; paint-order: stroke; }
.postmortem-chart :is(.postmortem-chart-value, .postmortem-chart-name) { fill: var(--ink); }
.postmortem-chart-grid { stroke: var(--line); }
.postmortem-chart-axis, .postmortem-whisker { stroke: var(--faint); }
:is(.postmortem-chart, .postmortem-swatch) rect { stroke: var(--ground); }
.postmortem-texture { fill: none; stroke: var(--ground); stroke-opacity: .75; stroke-width: 1.5px; }
.postmortem-tone-red rect { fill: var(--caution); }
.postmortem-tone-orange rect { fill: #e36209; }
.postmortem-tone-yellow rect { fill: #c69026; }
.postmortem-tone-green rect { fill: var(--tip); }
.postmortem-tone-blue rect, .postmortem-spread circle { fill: var(--note); }
.postmortem-tone-purple rect { fill: var(--important); }
.postmortem-tone-grey rect { fill: var(--faint); }
.postmortem-spread rect { fill: var(--note); fill-opacity: .3; stroke: var(--note); }
.postmortem-median { stroke: var(--ink); stroke-width: 2.5px; }
.postmortem-few :is(rect, .postmortem-whisker) { stroke-dasharray: 3 2; }
`;

/** What a document with figures of many incidents has beside it. */
export const figureStyle = `
td:first-child { white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: .2em 1.2em; }
.legend svg { vertical-align: -.15em; }
${chartStyle}@media print { figure { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

/** The look of figures that stand alone as a picture; with plain colours, as many viewers know no variables. */
export const pictureStyle = `
.ground { fill: var(--ground); }
text { fill: var(--ink); font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.title { font-size: 20px; font-weight: 600; }
.heading { font-size: 15px; font-weight: 600; }
.headline { font-size: 20px; }
.faint { fill: var(--faint); font-size: 12px; }
${chartStyle}`.replace(/var\(--([a-z]+)\)/g, (whole, name: string) => light[name] ?? whole);
