// The site of `docs`: its pages as they are, made by VitePress. What a Git host shows and the site cannot, is put right
// here.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const site = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/**
 * A copy of the pages: only below this folder do they find Vue. Those for developers lead into the source, and stay
 * out.
 */
const pages = path.join(site, "pages");
rmSync(pages, { recursive: true, force: true });
for (const name of readdirSync(path.dirname(site)))
  if (name !== "site" && name !== "dev")
    cpSync(path.join(site, "..", name), path.join(pages, name), { recursive: true });

const isShown = (file) => file.endsWith(".md") && !file.startsWith("..") && existsSync(path.join(pages, file));

/** Where the site has a page: the index of a folder is called otherwise there. */
const placeOf = (file) => file.replace(/(^|\/)README\.md$/, "$1index.md");

/** The words of a page's first heading. */
function titleOf(file) {
  const heading = /^# (.+)$/m.exec(readFileSync(path.join(pages, file), "utf8"))?.[1] ?? file;
  return heading.replaceAll("`", "");
}

/** The guide's own index, section by section, as a list at the side. */
function guideSidebar() {
  const [, ...sections] = readFileSync(path.join(pages, "README.md"), "utf8").split(/^## /m);
  return sections.map((section) => ({
    text: section.slice(0, section.indexOf("\n")),
    items: [...section.matchAll(/\]\(([^)#]+\.md)\)/g)]
      .map(([, file]) => file)
      .filter(isShown)
      .map((file) => ({ text: titleOf(file), link: `/${placeOf(file)}` })),
  }));
}

/** All pages of a folder, its index first. */
function folderSidebar(folder) {
  const names = readdirSync(path.join(pages, folder)).filter((name) => name.endsWith(".md") && name !== "README.md");
  const items = ["README.md", ...names].map((name) => `${folder}/${name}`);
  return [
    { text: "Guide", link: "/index.md" },
    {
      text: titleOf(`${folder}/README.md`),
      items: items.map((file) => ({ text: titleOf(file), link: `/${placeOf(file)}` })),
    },
  ];
}

/** A picture for each colour scheme follows the site's own switch, and files are looked for beside the page. */
function pictures(html) {
  return html
    .replace(
      /<picture>\s*<source[^>]*srcset="([^"]+)">\s*<img alt="([^"]*)" src="([^"]+)">\s*<\/picture>/g,
      '<img class="in-dark" alt="$2" src="$1"><img class="in-light" alt="$2" src="$3">',
    )
    .replace(/ src="(?![a-z]+:|[./])/g, ' src="./');
}

/** Links to what the site does not have become their words. */
function mendLinks(children, page) {
  let isUnlinked = false;
  return children.filter((token) => {
    if (token.type === "link_close") return !isUnlinked;
    if (token.type !== "link_open") return true;
    const [target, anchor] = (token.attrGet("href") ?? "").split("#");
    isUnlinked = false;
    if (target === "" || /^[a-z]+:/.test(target)) return true;
    const file = path.posix.join(path.posix.dirname(page), target);
    isUnlinked = !isShown(file);
    token.attrSet("href", placeOf(target) + (anchor === undefined ? "" : `#${anchor}`));
    return !isUnlinked;
  });
}

export default {
  lang: "en",
  title: "Postmortem",
  description: "Incident postmortems in Obsidian that hold together",
  srcDir: "pages",
  outDir: "dist",
  cacheDir: "node_modules/.vitepress",
  rewrites: placeOf,
  head: [["link", { rel: "icon", href: "data:," }]],
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    sidebar: { "/rules/": folderSidebar("rules"), "/import/": folderSidebar("import"), "/": guideSidebar() },
  },
  markdown: {
    config(md) {
      // Braces of a template are no code of the site's.
      md.renderer.rules.code_inline = (tokens, at) => `<code v-pre>${md.utils.escapeHtml(tokens[at].content)}</code>`;
      md.core.ruler.push("mend", ({ tokens, env }) => {
        const page = path.relative(pages, env.path).split(path.sep).join("/");
        for (const token of tokens) {
          if (token.type === "html_block") token.content = pictures(token.content);
          if (token.children) token.children = mendLinks(token.children, page);
        }
      });
    },
  },
};
