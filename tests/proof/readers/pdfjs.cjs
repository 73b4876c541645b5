// The text of a PDF as pdf.js reads it, the reader of Firefox: JSON with each page in the order of
// its content and in that of its tags. Called with pdf.js itself (a .js or an .mjs) and the file.
"use strict";

const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");

/** pdf.js by its path: a module of either kind. */
async function loaded(file) {
  return file.endsWith(".mjs") ? import(pathToFileURL(path.resolve(file)).href) : require(path.resolve(file));
}

/** The ids of marked content in the order of the tree. */
function* held(node) {
  if (node && node.type === "content") yield node.id;
  for (const child of (node && node.children) || []) yield* held(child);
}

/** The text of a page in the order of its content, and under each mark with an id. */
function read(items) {
  const open = [];
  const marked = new Map();
  let text = "";
  for (const item of items) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") {
      open.push(item.id || null);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      text += item.str;
      const id = [...open].reverse().find((one) => one);
      if (id) marked.set(id, (marked.get(id) || "") + item.str);
    }
  }
  return { text, marked };
}

async function main(pdfjs, file) {
  const data = new Uint8Array(fs.readFileSync(file));
  const task = (await loaded(pdfjs)).getDocument({ data, verbosity: 0, disableFontFace: true });
  const document = await task.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const { text, marked } = read(items);
    const ids = [...held(await page.getStructTree())];
    pages.push({ content: text, tags: ids.map((id) => marked.get(id) || "").join("") });
  }
  process.stdout.write(JSON.stringify(pages));
}

main(process.argv[2], process.argv[3]);
