// Plays the strip: the frames stand in the page already; this walks through them.
const root = document.querySelector("[data-replay]");
if (root) {
  const frames = [...root.querySelectorAll("[data-frame]")];
  const bar = root.querySelector("[data-replay-bar]");
  const cursor = root.querySelector("[data-replay-cursor]");
  const strip = root.querySelector(".strip");
  const play = bar.querySelector("[data-replay-play]");
  const where = bar.querySelector("[data-replay-where]");
  const said = document.getElementById("said");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let at = -1;
  let timer = 0;

  const mark = (frame) => {
    const link = root.querySelector(`.strip-svg a[href="#${frame.id}"]`);
    const shape = link && link.querySelector("circle, rect");
    if (!shape) return null;
    return shape.tagName === "circle" ? Number(shape.getAttribute("cx")) : Number(shape.getAttribute("x")) + 8;
  };

  const fold = (frame, closed) => {
    for (const part of frame.querySelectorAll("details")) part.open = !closed;
  };

  const show = (to) => {
    if (!frames.length) return;
    at = Math.max(0, Math.min(frames.length - 1, to));
    const frame = frames[at];
    for (const other of frames) {
      other.removeAttribute("aria-current");
      fold(other, other !== frame);
    }
    frame.setAttribute("aria-current", "step");
    frame.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    where.textContent = `${at + 1} / ${frames.length}`;
    said.textContent = frame.querySelector("h3").textContent.trim();
    const x = mark(frame);
    if (x !== null) {
      cursor.setAttribute("x1", x);
      cursor.setAttribute("x2", x);
      cursor.setAttribute("visibility", "visible");
      strip.scrollLeft = Math.max(0, x - strip.clientWidth / 2);
    }
  };

  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "播放";
    play.setAttribute("aria-pressed", "false");
  };

  const start = () => {
    if (at >= frames.length - 1) at = -1;
    show(at + 1);
    play.textContent = "暂停";
    play.setAttribute("aria-pressed", "true");
    timer = setInterval(() => (at >= frames.length - 1 ? stop() : show(at + 1)), 1800);
  };

  const step = (to) => {
    stop();
    show(to);
  };

  const toggle = () => (timer ? stop() : start());
  const moves = {
    ArrowRight: () => step(at + 1),
    ArrowLeft: () => step(at - 1),
    Home: () => step(0),
    End: () => step(frames.length - 1),
    " ": toggle,
  };

  bar.hidden = false;
  for (const frame of frames) fold(frame, true);
  addEventListener("beforeprint", () => frames.forEach((frame) => fold(frame, false)));
  where.textContent = `0 / ${frames.length}`;
  play.addEventListener("click", toggle);
  bar.querySelector("[data-replay-on]").addEventListener("click", () => step(at + 1));
  bar.querySelector("[data-replay-back]").addEventListener("click", () => step(at - 1));
  bar.querySelector("[data-replay-first]").addEventListener("click", () => step(0));
  bar.querySelector("[data-replay-last]").addEventListener("click", () => step(frames.length - 1));
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, summary, dialog, [contenteditable]")) return;
    if (event.key === " " && event.target.closest("a, button")) return;
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  });
}
