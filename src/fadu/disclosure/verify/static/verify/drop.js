/* Dropping a paper onto the page: what is dropped is chosen, and sent at once. Without this script the form works as it is. */
(() => {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-drop]");
    if (!form) return;
    const zone = form.querySelector("[data-drop-zone]"), input = form.querySelector("input[type=file]"), said = form.querySelector("[data-drop-said]");
    const say = (text) => { said.hidden = !text; said.textContent = text; };
    say("也可以把文件拖到这里。");
    const over = (on) => (event) => { event.preventDefault(); zone.classList.toggle("drop-over", on); };
    zone.addEventListener("dragenter", over(true));
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", (event) => {
      over(false)(event);
      const files = event.dataTransfer.files;
      if (files.length !== 1) { say(files.length ? "请一次交一个文件。" : "拖来的不是文件。"); return; }
      input.files = files;
      say(`正在核验 ${files[0].name}…`);
      form.requestSubmit();
    });
  });
})();
