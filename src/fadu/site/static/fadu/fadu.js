/* What pages do beyond htmx. Every part works on attributes, so it holds for content that htmx swaps in; without script all of it can be done without. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

  /** Say something to a screen reader. */
  const say = (text) => {
    const said = document.getElementById("said");
    if (said) said.textContent = text;
  };

  /* Money in capital numerals while it is typed; the server has the same in words.money_upper. */
  const DIGITS = "零壹贰叁肆伍陆柒捌玖";
  const group = (number) => {
    let text = "", gap = false;
    for (const [place, sign] of [[1000, "仟"], [100, "佰"], [10, "拾"], [1, ""]]) {
      const digit = Math.floor(number / place) % 10;
      if (digit) { text += (gap && text ? "零" : "") + DIGITS[digit] + sign; gap = false; } else gap = true;
    }
    return text;
  };
  const whole = (number) => {
    for (const [power, sign] of [[1e8, "亿"], [1e4, "万"]]) {
      const rest = number % power;
      if (number >= power) return whole(Math.floor(number / power)) + sign + (rest > 0 && rest < power / 10 ? "零" : "") + whole(rest);
    }
    return group(number);
  };
  const upper = (typed) => {
    const plain = typed.replace(/[,，\s]/g, "");
    if (!plain) return "";
    if (!/^\d{1,13}(\.\d{0,2})?$/.test(plain)) return "金额请填数字，最多两位小数";
    const [yuan, cents = ""] = plain.split(".");
    const text = whole(Number(yuan));
    const [jiao, fen] = cents.padEnd(2, "0");
    const sum = text ? text + "元" : "";
    let rest = (jiao > 0 ? DIGITS[jiao] + "角" : "") + (fen > 0 ? DIGITS[fen] + "分" : "");
    if (!rest) rest = sum ? "整" : "零元整"; else if (sum && !(jiao > 0)) rest = "零" + rest; else if (!(fen > 0)) rest += "整";
    return sum + rest;
  };

  /* Check digits: a hint at once; the server judges. */
  const CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const CHECKS = {
    code(text) {
      if (text.length !== 18) return `应为 18 位，现有 ${text.length} 位`;
      let sum = 0;
      for (let i = 0; i < 17; i++) {
        const digit = CODE.indexOf(text[i]);
        if (digit < 0) return `第 ${i + 1} 位“${text[i]}”不会出现在代码中`;
        sum += digit * (3 ** i % 31);
      }
      return CODE[(31 - sum % 31) % 31] === text[17] ? "" : "校验位不符，请逐位核对";
    },
    idcard(text) {
      if (!/^\d{17}[\dX]$/.test(text)) return `应为 18 位数字，末位可以是 X；现有 ${text.length} 位`;
      let sum = 0;
      for (let i = 0; i < 17; i++) sum += text[i] * (2 ** (17 - i) % 11);
      return "10X98765432"[sum % 11] === text[17] ? "" : "校验位不符，请逐位核对";
    },
    phone(text) {
      return /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,5})?)$/.test(text) ? "" : "应为 11 位手机号，或者区号-座机号";
    },
  };
  const check = (input) => {
    const box = input.parentElement.querySelector("[data-say]");
    const text = input.value.toUpperCase().replace(/\s/g, "");
    if (!box) return;
    const wrong = text && CHECKS[input.dataset.check](text);
    box.className = `check-say ${wrong ? "bad" : "ok"}`;
    box.textContent = !text ? "" : wrong || (input.dataset.check === "phone" ? "" : "校验位相符");
  };

  /* Rows of a table field. */
  const number = (rows) => all("tbody > tr", rows).forEach((row, index) => {
    row.querySelector("[data-row-n]").textContent = index + 1;
    row.querySelector("[data-row-del]").setAttribute("aria-label", `删除第 ${index + 1} 行`);
  });
  const addRow = (rows) => {
    const next = 1 + Math.max(-1, ...all("[name]", rows.querySelector("tbody")).map((input) => Number(input.name.split(".")[1]) || 0));
    const row = rows.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const element of [row, ...all("*", row)]) for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll("__row__", next);
    rows.querySelector("tbody").append(row);
    all("[data-row-del]", row).forEach((button) => { button.hidden = false; });
    number(rows);
    row.querySelector("input, select, textarea").focus();
    say(`已添加第 ${all("tbody > tr", rows).length} 行`);
  };
  const removeRow = (button) => {
    const rows = button.closest("[data-rows]"), row = button.closest("tr");
    const near = row.nextElementSibling || row.previousElementSibling;
    if (near) row.remove(); else all("input, select, textarea", row).forEach((input) => { if (input.type === "checkbox" || input.type === "radio") input.checked = false; else input.value = ""; });
    number(rows);
    (near || row).querySelector("input, select, textarea").focus();
    say("已删除一行");
    rows.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /* Fields asked only when another one has a certain answer. */
  const answers = (form, name) => all(`[name="${CSS.escape(name)}"]`, form).filter((input) => !input.disabled && (!/radio|checkbox/.test(input.type) || input.checked)).map((input) => input.value);
  const TRUE = { True: "1", False: "0" };
  const askWhatIsAsked = (form) => all("[data-when]", form).forEach((field) => {
    const wanted = field.dataset.whenValues.split("|").map((value) => TRUE[value] ?? value);
    const asked = answers(form, field.dataset.when).some((value) => wanted.includes(value));
    field.hidden = !asked;
    all("input, select, textarea", field).forEach((input) => { if (!input.closest("[data-fixed]")) input.disabled = !asked; });
  });

  /* Unsaved typing. */
  let unsaved = false;
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

  const start = (root) => {
    all("[data-rows]", root).forEach((rows) => {
      all("tbody > tr[data-spare]", rows).forEach((row) => row.remove());
      all("[data-row-add], [data-row-del]", rows).forEach((button) => { button.hidden = false; });
      all(".rows-noscript", rows).forEach((text) => text.remove());
    });
    all("[data-when]", root).forEach((field) => askWhatIsAsked(field.closest("form") || document));
    all("[data-copy], [data-print], [data-keys]", root).forEach((button) => { button.hidden = false; });
    all("table.list", root).forEach((table) => {
      const heads = all("thead th", table).map((head) => head.innerText.replace(/[▲▼▽＊]/g, "").trim());
      if (table.closest("[data-rows]")) return;
      all("tbody > tr", table).forEach((row) => [...row.cells].forEach((cell, index) => { if (cell.dataset.label === undefined && heads[index] && !cell.classList.contains("do")) cell.dataset.label = heads[index]; }));
    });
    const wrong = root.querySelector(".refusal, form [aria-invalid=true], form [data-invalid] input");
    if (wrong && !wrong.closest("[data-specimen]")) wrong.focus();
  };

  document.addEventListener("input", (event) => {
    const input = event.target;
    if (input.matches("[data-money]")) { const out = input.closest(".field")?.querySelector("[data-upper]"); if (out) out.textContent = upper(input.value); }
    if (input.closest("form[data-guard]")) unsaved = true;
  });
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.matches("[data-check]")) check(input);
    const form = input.closest("form");
    if (form?.querySelector("[data-when]")) askWhatIsAsked(form);
    if (form?.matches("[data-guard]")) unsaved = true;
  });
  document.addEventListener("submit", (event) => {
    unsaved = false;
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 5000);
  });
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => { delete form.dataset.sent; }));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button, a");
    if (!button) return;
    if (button.matches("[data-row-add]")) addRow(button.closest("[data-rows]"));
    if (button.matches("[data-row-del]")) removeRow(button);
    if (button.matches("[data-print]")) print();
    if (button.matches("[data-keys]")) document.getElementById("keys")?.showModal();
    if (button.matches("[data-copy]")) navigator.clipboard?.writeText(button.dataset.copy).then(() => say("已复制"), () => say("未能复制，请手动选取"));
  });

  /* Keyboard. */
  const move = (by) => {
    const rows = all("[data-list] tbody > tr").filter((row) => row.querySelector("a"));
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.hasAttribute("aria-current"));
    const to = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
    rows.forEach((row) => row.removeAttribute("aria-current"));
    to.setAttribute("aria-current", "true");
    to.querySelector("a").focus();
    to.scrollIntoView({ block: "nearest" });
  };
  // A group of the navigation closes when one looks elsewhere.
  const close = (but) => all(".nav-group[open]").forEach((group) => { if (!but || !group.contains(but)) group.open = false; });
  document.addEventListener("click", (event) => close(event.target));
  document.addEventListener("keydown", (event) => {
    const group = event.key === "Escape" && document.querySelector(".nav-group[open]");
    if (group) { group.open = false; group.querySelector("summary").focus(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const field = typing(event.target);
    if (field && event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form?.requestSubmit();
    if (field || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "?") document.getElementById("keys")?.showModal();
    else if (event.key === "/") { const search = document.querySelector("[data-search]"); if (search) { event.preventDefault(); search.focus(); } }
  });

  document.addEventListener("htmx:load", (event) => { if (event.detail.elt !== document.body) start(event.detail.elt); });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => start(document)); else start(document);
})();
