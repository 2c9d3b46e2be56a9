// Asks a YAML language server, as an editor would, about the recipes in recipes/ and the broken ones in tests/bad_recipes.
// Usage: node scripts/editor-check.mjs PATH/TO/yaml-language-server [-v]. Ends with 1 if something is not as it should be.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [program, verbose] = process.argv.slice(2);
const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const waiting = new Map();
const diagnostics = new Map();
let next = 1;
let buffer = Buffer.alloc(0);
const send = (message) => {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};
const ask = (method, params) => new Promise((done, failed) => {
  const id = next++;
  waiting.set(id, { done, failed });
  send({ id, method, params });
});
server.stdout.on("data", (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const head = buffer.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head))[1]);
    if (buffer.length < head + 4 + length) return;
    const message = JSON.parse(buffer.subarray(head + 4, head + 4 + length));
    buffer = buffer.subarray(head + 4 + length);
    if (message.method === "textDocument/publishDiagnostics") diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    else if (message.method && message.id !== undefined)
      send({ id: message.id, result: message.method === "workspace/configuration" ? message.params.items.map((item) => settings[item.section] ?? null) : null });
    else if (message.error) waiting.get(message.id)?.failed(new Error(message.error.message));
    else waiting.get(message.id)?.done(message.result);
  }
});

const schema = pathToFileURL(resolve("schemas/recipe.schema.json")).href;
const settings = { yaml: { validate: true, completion: true, hover: true, schemas: { [schema]: "*.recipe.yaml" } } };
await ask("initialize", { processId: process.pid, rootUri: null, capabilities: { textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } } } } });
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings } });

let number = 0;
const open = (text) => {
  const uri = `file:///editor-check/${number++}.recipe.yaml`;
  const found = new Promise((done) => diagnostics.set(uri, done));
  // The line that names a schema by a relative path would win over the setting.
  send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text: text.replace("# yaml-language-server", "#") } } });
  return { uri, found };
};

let wrong = 0;
const check = (good, message) => { if (!good) { wrong++; console.log(`NOT AS IT SHOULD BE: ${message}`); } else if (verbose) console.log(message); };
const told = (list) => list.map((one) => `${one.range.start.line + 1}: ${one.message}`).join("; ");

for (const app of readdirSync("recipes")) {
  const path = `recipes/${app}/recipe.yaml`;
  if (!existsSync(path)) continue;
  const list = await open(readFileSync(path, "utf8")).found;
  check(list.length === 0, `${path}: ${list.length} problems ${told(list)}`);
}

// Mistakes that a schema can see; the test that compares them with a validator names them.
const structural = /STRUCTURAL[^=]*= &\[([^\]]*)\]/.exec(readFileSync("tests/recipe_editor.rs", "utf8"))[1].match(/\w+/g);
for (const file of readdirSync("tests/bad_recipes").filter((name) => name.endsWith(".yaml"))) {
  const name = file.replace(".yaml", "");
  const list = await open(readFileSync(`tests/bad_recipes/${file}`, "utf8")).found;
  if (structural.includes(name)) check(list.length > 0, `${file}: ${told(list) || "nothing was flagged"}`);
  else if (verbose) console.log(`${file}: ${told(list) || "-"}`);
}

// What is offered at a place, marked with a |.
const beginning = readFileSync("recipes/ledgerly/recipe.yaml", "utf8");
const offered = async (what, text, wanted) => {
  const at = text.indexOf("‸");
  const { uri, found } = open(text.replace("‸", ""));
  await found;
  const lines = text.slice(0, at).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1).length };
  const answer = await ask("textDocument/completion", { textDocument: { uri }, position });
  const items = answer.items ?? answer;
  for (const word of wanted) {
    const item = items.find((one) => one.label === word);
    const documentation = item && (item.documentation?.value ?? item.documentation ?? "");
    check(item && documentation.length > 0, `${what}: ${word}${item ? `: ${documentation.replace(/\s+/g, " ")}` : ` is not among ${items.map((one) => one.label).join(", ")}`}`);
  }
};
await offered("at the top", `${beginning}\n‸`, ["interrupts", "generated", "routines"]);
await offered("in a step", beginning.replace("      - click: users.add\n", "      - ‸\n"), ["click", "fill", "choose", "row", "wait_for"]);
await offered("beside a verb", beginning.replace("      - click: users.add\n", "      - click: users.add\n        ‸\n"), ["commit", "when", "dialog"]);
await offered("in recognise", beginning.replace("recognise: {url: /login*, visible: [login.submit]}", "recognise:\n      ‸"), ["url", "visible", "gone", "title"]);
await offered("in a locator", beginning.replace("heading: {role: heading, name: Users}", "heading:\n        ‸"), ["role", "label", "css", "within", "has"]);
await offered("in a text", beginning.replace("heading: {role: heading, name: Users}", "heading:\n        role: heading\n        name:\n          ‸"), ["contains", "prefix", "regex"]);
await offered("in a condition", beginning.replace("  - {when: {screen: login}, is: session_expired}", "  - when:\n      ‸\n    is: session_expired"), ["visible", "screen", "all", "not"]);
await offered("in an outcome", beginning.replace("is: session_expired}", "is: ‸}"), ["done", "session_expired", "no_seats"]);
await offered("in a view", beginning.replace("    key: email\n    empty", "    key: email\n    ‸\n    empty"), ["end", "complete", "detail", "resource"]);
await offered("in an action", beginning.replace("  roles.list: {catalog: true}", "  groups.list:\n    ‸\n  roles.list: {catalog: true}"), ["view", "steps", "goal", "verify"]);

send({ method: "exit" });
server.kill();
console.log(wrong ? `${wrong} things are not as they should be` : "editors complete and check recipes as they should");
process.exit(wrong ? 1 : 0);
