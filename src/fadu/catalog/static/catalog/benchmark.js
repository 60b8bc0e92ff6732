/* Where the live check of a discretion table finds a fault, the row says so. The panel lists the same faults; without script the server marks the cells. */
(() => {
  "use strict";
  const form = () => document.querySelector("form[data-draft]");
  const clear = () => {
    document.querySelectorAll(".row-wrong").forEach((row) => row.classList.remove("row-wrong"));
    document.querySelectorAll(".row-says").forEach((text) => text.remove());
  };
  const mark = () => {
    clear();
    form()?.querySelectorAll("[data-mark]").forEach((fault) => {
      for (const name of fault.dataset.mark.split(" ").filter(Boolean)) {
        const input = form().querySelector(`[name="${CSS.escape(name)}"]`), row = input?.closest("tr");
        if (!row) continue;
        row.classList.add("row-wrong");
        const says = document.createElement("p");
        says.className = "wrong row-says";
        says.textContent = fault.dataset.says;
        input.after(says);
      }
    });
    form()?.querySelectorAll("td.field-wrong > .wrong:not(.row-says), .form-errors").forEach((text) => text.remove());
  };
  /* What is typed into the trial is not lost when the panel is drawn anew. */
  let at = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "check") return;
    const input = document.activeElement;
    at = input?.closest("#check") && input.id ? { id: input.id, value: input.value, start: input.selectionStart } : null;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id !== "check") return;
    mark();
    const input = at && document.getElementById(at.id);
    if (!input) return;
    if (input.type === "text" && input.value !== at.value) input.value = at.value;
    input.focus();
    if (input.type === "text") input.setSelectionRange(at.start, at.start);
  });
})();
