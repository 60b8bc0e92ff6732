/* Sends files with the public client: node send.cjs MODULES URL COOKIE TOKEN SIZE HOW_MANY AT_ONCE; prints what became of each as JSON. */
const [modules, url, cookie, token, size, many, atOnce] = process.argv.slice(2);
const tus = require(`${modules}/tus-js-client`);
const { createHash } = require("node:crypto");

const film = (number) => {
  const body = Buffer.alloc(Number(size), 90);
  body.write("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "latin1");
  body.writeUInt32BE(body.length - 24, 24);
  body.write("mdat", 28, "latin1");
  for (let at = 32; at + 8 <= body.length; at += 4096) body.writeUInt32BE((at * 2654435761 + number) >>> 0, at);
  return body;
};

const one = (number) => new Promise((done) => {
  const body = film(number), sha256 = createHash("sha256").update(body).digest("hex"), seen = { sha256, retries: 0 };
  const upload = new tus.Upload(body, {
    endpoint: `${url}/evidence/uploads/`,
    chunkSize: 4 << 20,
    retryDelays: Array(60).fill(500),
    headers: { Cookie: cookie, "X-CSRFToken": token },
    metadata: { filename: `录像${number}.mp4`, use: "recording", sha256 },
    onAfterResponse: (_, response) => { seen.original = response.getHeader("Fadu-Original") || seen.original; },
    onShouldRetry: (error) => { seen.retries += 1; const status = error.originalResponse?.getStatus() || 0; return !status || status === 423 || status === 409 || status >= 500; },
    onProgress: (sent) => { if (many === "1") process.stderr.write(`${sent}\n`); },
    onSuccess: () => done(seen),
    onError: (error) => done({ ...seen, error: String(error) }),
  });
  upload.start();
});

(async () => {
  const waiting = [...Array(Number(many)).keys()], results = [];
  await Promise.all([...Array(Number(atOnce))].map(async () => { while (waiting.length) results.push(await one(waiting.shift())); }));
  process.stdout.write(JSON.stringify(results));
})();
