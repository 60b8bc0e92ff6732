/* The pad: strokes of finger, pen or mouse as points (x, y, pressure, milliseconds). The server checks them and draws the picture itself. */
(() => {
  "use strict";
  const form = document.querySelector("[data-signing]"), box = form && form.querySelector("[data-pad]");
  if (!box) return;
  const canvas = box.querySelector("canvas"), ink = canvas.getContext("2d"), field = form.elements.namedItem("strokes");
  const clear = form.querySelector("[data-clear]"), said = form.querySelector("[data-said]"), hint = form.querySelector("[data-hint]");
  const MOST = 11000;
  let strokes = [], line = null, pen = null, began = 0, width = 0, height = 0;

  /** The pad keeps its size from the first stroke on: what is drawn stays what it was when a phone is turned. */
  const fit = () => {
    if (strokes.length) return;
    const rect = canvas.getBoundingClientRect(), sharp = window.devicePixelRatio || 1;
    width = Math.round(rect.width); height = Math.round(rect.height);
    canvas.width = width * sharp; canvas.height = height * sharp;
    ink.setTransform(sharp, 0, 0, sharp, 0, 0);
    ink.lineCap = ink.lineJoin = "round"; ink.strokeStyle = "#111";
  };
  const point = (event) => {
    const rect = canvas.getBoundingClientRect();
    const at = (value, side, most) => Math.min(most, Math.max(0, Math.round(value / side * most * 10) / 10));
    const pressure = event.pressure > 0 ? Math.min(1, event.pressure) : 0.5;
    return [at(event.clientX - rect.left, rect.width, width), at(event.clientY - rect.top, rect.height, height), Math.round(pressure * 100) / 100, Math.round(performance.now() - began)];
  };
  const draw = (from, to) => {
    ink.lineWidth = Math.max(width, height) / 160 * (0.6 + to[2] * 1.2);
    ink.beginPath(); ink.moveTo(from[0], from[1]); ink.lineTo(to[0] + 0.01, to[1]); ink.stroke();
  };
  const keep = () => { field.value = strokes.length ? JSON.stringify({ w: width, h: height, strokes }) : ""; };
  const show = () => { clear.hidden = !strokes.length; if (hint) hint.hidden = Boolean(strokes.length); };

  canvas.addEventListener("pointerdown", (event) => {
    if (pen !== null || event.button > 0) return;
    event.preventDefault();
    fit();
    if (!strokes.length) began = performance.now();
    pen = event.pointerId;
    canvas.setPointerCapture(pen);
    line = [point(event)];
    strokes.push(line);
    draw(line[0], line[0]);
    show();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pen || !line) return;
    const steps = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    for (const one of steps.length ? steps : [event]) {
      if (strokes.reduce((sum, each) => sum + each.length, 0) >= MOST) return;
      const next = point(one), last = line[line.length - 1];
      next[3] = Math.max(next[3], last[3]);
      if (Math.hypot(next[0] - last[0], next[1] - last[1]) < 0.7) continue;
      draw(last, next);
      line.push(next);
    }
  });
  const lift = (event) => {
    if (event.pointerId !== pen) return;
    pen = line = null;
    keep();
    said.textContent = `已写 ${strokes.length} 笔`;
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  clear.addEventListener("click", () => {
    strokes = []; line = pen = null;
    ink.clearRect(0, 0, width, height);
    keep(); show(); fit();
    said.textContent = "已清除，请重新签写";
  });
  new ResizeObserver(fit).observe(canvas);
  fit();
})();
