/* Sitting an exam: each answer is saved as it is given, the clock runs, leaving the page is told. The server decides everything; without this file the buttons save. */
(() => {
  "use strict";
  const form = document.querySelector("[data-sitting]");
  if (!form) return;
  const said = form.querySelector("[data-said]"), clock = form.querySelector("[data-clock]"), text = form.querySelector("[data-clock-text]");
  const field = (name) => form.elements.namedItem(name);
  const chosen = () => form.querySelector("[data-written]") ? form.querySelector("[data-written]").value : [...form.querySelectorAll("[name=chosen]:checked")].map((input) => input.value).join("");
  const tell = (words, bad = false) => { said.textContent = words; said.classList.toggle("bad", bad); };

  /* The clock: counted from what the server said, by a clock that changes of the device's time don't touch. */
  let ends = performance.now() + 1000 * Number(form.dataset.left), over = false;
  const two = (number) => String(number).padStart(2, "0");
  const finish = (href) => { if (over) return; over = true; location.assign(href); };
  const tick = () => {
    const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    text.textContent = left >= 3600 ? `${Math.floor(left / 3600)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}` : `${two(Math.floor(left / 60))}:${two(left % 60)}`;
    clock.classList.toggle("near", left <= 300);
    if (!left && !waiting && !sending) setTimeout(() => finish(form.dataset.result), 1500);
  };
  const sync = (left) => { if (Number.isFinite(left)) ends = performance.now() + 1000 * left; tick(); };

  /* Saving: one request at a time, the latest choice wins; what fails is sent again until it is through or the time is over. */
  let sending = false, waiting = false;
  const save = async () => {
    if (sending) { waiting = true; return; }
    sending = true; waiting = false;
    const letters = chosen(), data = new FormData(form);
    data.delete("go");
    tell("正在保存…");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" }, keepalive: true });
      const body = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : null;
      if (!body) tell(answer.status === 403 ? "登录已经失效，请重新登录后接着答" : "没有保存，请刷新页面", true);
      else if (body.ended) { tell(body.ended, true); setTimeout(() => finish(body.href), 2500); }
      else if (body.error) tell(body.error, true);
      else {
        field("was").value = letters;
        tell(`${body.saved} 已保存`);
        mark(letters);
        if (body.answered !== null) form.querySelector("[data-answered]").textContent = body.answered;
        sync(body.left);
      }
    } catch {
      tell("网络不通，还没有保存，正在重试…", true);
      waiting = true;
      await new Promise((done) => { setTimeout(done, 3000); });
    }
    sending = false;
    if (waiting && !over) save();
  };
  const mark = (letters) => {
    const here = form.querySelector(".sitting-places [aria-current]");
    here.classList.toggle("done", Boolean(letters));
    here.setAttribute("aria-label", `第 ${here.value} 题，${letters ? "已答" : "未答"}`);
  };
  form.addEventListener("change", (event) => { if (event.target.name === "chosen") save(); });
  const written = form.querySelector("[data-written]");
  let pause = 0;
  if (written) written.addEventListener("input", () => { clearTimeout(pause); tell("停笔后保存…"); pause = setTimeout(save, 1200); });

  /* Leaving and coming back. */
  const away = (back) => {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", field("csrfmiddlewaretoken").value);
    data.set("back", back ? "1" : "0");
    return fetch(form.dataset.away, { method: "POST", body: data, keepalive: true });
  };
  let leaving = false;
  form.addEventListener("submit", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  document.addEventListener("visibilitychange", async () => {
    if (leaving) return;
    const back = document.visibilityState === "visible";
    try {
      const body = await (await away(back)).json();
      if (back && body.ended) finish(form.dataset.result); else if (back) sync(body.left);
    } catch { /* told when the next answer is saved, or not at all: nothing follows from it */ }
  });

  /* Keyboard: letters choose, arrows go on. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]") || event.target === written) return;
    const option = form.querySelector(`#option-${CSS.escape(event.key.toUpperCase())}`);
    if (/^[a-f]$/i.test(event.key) && option) { option.click(); option.focus(); }
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const button = form.querySelector(event.key === "ArrowRight" ? "[data-next]" : "[data-previous]");
      if (button && !button.disabled) { event.preventDefault(); form.requestSubmit(button); }
    }
  });

  const places = form.querySelector("[data-places]");
  if (matchMedia("(max-width: 900px)").matches) places.open = false;
  tick();
  setInterval(tick, 500);
})();
