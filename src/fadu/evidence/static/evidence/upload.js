/* Uploads by tus-js-client: several files at a time, each with its progress, pause and resume; what was cut off goes on where it
   stopped, also after the page was loaded anew. Without this script the files go with the form. */
(() => {
  "use strict";
  if (window.faduUpload) return;
  window.faduUpload = true;
  const AT_ONCE = 3, PIECE = 8 * 1024 * 1024;
  const DELAYS = [0, 500, 1000, 2000, 4000, 8000, ...Array(30).fill(10000)];
  const size = (bytes) => bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GB` : bytes >= 2 ** 20 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const announce = (text) => { const said = document.getElementById("said"); if (said) said.textContent = text; };
  const cookie = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];

  /* What the browser remembers between two loads names neither file nor case. */
  const digest = (text) => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (const sign of text) {
      a = Math.imul(a ^ sign.codePointAt(0), 2654435761);
      b = Math.imul(b ^ sign.codePointAt(0), 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (b >>> 0).toString(16).padStart(8, "0") + (a >>> 0).toString(16).padStart(8, "0");
  };
  const plain = (upload) => ({ size: upload.size, creationTime: upload.creationTime, uploadUrl: upload.uploadUrl, metadata: {} });
  const memory = () => {
    const inner = window.tus.defaultOptions.urlStorage;
    return {
      findAllUploads: () => inner.findAllUploads(),
      findUploadsByFingerprint: (print) => inner.findUploadsByFingerprint(print),
      removeUpload: (key) => inner.removeUpload(key),
      addUpload: (print, upload) => inner.addUpload(print, plain(upload)),
    };
  };

  class Box {
    constructor(box) {
      this.box = box;
      this.input = box.querySelector("input[type=file]");
      this.list = box.querySelector("[data-upload-list]");
      this.row = box.querySelector("[data-upload-row]").content.firstElementChild;
      this.waiting = [];
      this.running = 0;
      this.all = new Set();
      box.querySelector("[data-upload-with]").hidden = false;
      this.input.addEventListener("change", () => this.take());
      this.input.form?.addEventListener("submit", (event) => this.hold(event), true);
      this.rest();
    }

    /* Files that were begun and not finished, as the server knows them. */
    async rest() {
      const data = this.box.dataset;
      const answer = await fetch(`${data.endpoint}?use=${encodeURIComponent(data.use)}&case=${encodeURIComponent(data.case)}`).catch(() => null);
      if (!answer?.ok) return;
      for (const left of (await answer.json()).uploads) {
        if ([...this.all].some((one) => one.file.name === left.name && one.file.size === left.size)) continue;
        const row = this.shown(left.name);
        row.classList.add("rest");
        row.dataset.rest = `${left.size}/${left.name}`;
        row.querySelector("[data-upload-pause]").remove();
        row.querySelector("progress").value = left.size ? 100 * left.offset / left.size : 0;
        row.querySelector(".upload-said").textContent = `上次传到 ${size(left.offset)}，再选一次这个文件就接着传`;
        row.querySelector("[data-upload-drop]").textContent = "放弃";
        row.querySelector("[data-upload-drop]").addEventListener("click", async () => {
          await fetch(left.href, { method: "DELETE", headers: this.headers() }).catch(() => null);
          row.remove();
          this.input.focus();
        });
      }
    }

    headers() { return { "Tus-Resumable": "1.0.0", "X-CSRFToken": cookie() || this.box.dataset.csrf }; }

    shown(name) {
      const row = this.row.cloneNode(true);
      row.querySelector(".upload-name").textContent = name;
      for (const button of row.querySelectorAll("button")) button.setAttribute("aria-label", `${button.textContent} ${name}`);
      this.list.append(row);
      return row;
    }

    take() {
      for (const file of this.input.files) {
        for (const row of this.list.querySelectorAll("[data-rest]")) if (row.dataset.rest === `${file.size}/${file.name}`) row.remove();
        const one = new One(this, file);
        this.all.add(one);
        this.waiting.push(one);
      }
      this.input.value = "";
      this.next();
    }

    next() {
      while (this.running < AT_ONCE && this.waiting.length) {
        this.running += 1;
        this.waiting.shift().begin();
      }
    }

    over(one) {
      if (one.counted) return;
      one.counted = true;
      this.running -= 1;
      this.next();
      const files = [...this.all];
      if (this.box.dataset.next && files.length && files.every((each) => each.original)) {
        const to = new URL(this.box.dataset.next, location.href);
        for (const each of files) to.searchParams.append(this.box.dataset.name, each.original);
        location.assign(to);
      }
    }

    /* A form does not leave before its files are there. */
    hold(event) {
      const open = [...this.all].filter((one) => !one.original && !one.failed).length;
      if (!open) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      announce(`还有 ${open} 个文件没有传完，传完后再提交`);
      const first = [...this.all].find((one) => !one.original && !one.failed);
      first.row.scrollIntoView({ block: "nearest" });
      first.say(first.paused ? "已暂停，传完或者移除后才能提交" : "正在上传，传完后才能提交");
    }
  }

  class One {
    constructor(owner, file) {
      this.owner = owner;
      this.file = file;
      this.row = owner.shown(file.name);
      this.pauseButton = this.row.querySelector("[data-upload-pause]");
      this.pauseButton.addEventListener("click", () => this.paused || this.failed ? this.resume() : this.pause());
      this.row.querySelector("[data-upload-drop]").addEventListener("click", () => this.drop());
      this.say("等待上传");
    }

    say(text) { this.row.querySelector(".upload-said").textContent = text; }

    async begin() {
      const data = this.owner.box.dataset, file = this.file;
      this.upload = new window.tus.Upload(file, {
        endpoint: data.endpoint,
        chunkSize: PIECE,
        retryDelays: DELAYS,
        metadata: { filename: file.name, use: data.use, ...(data.case && { case: data.case }), ...(data.organ && { organ: data.organ }) },
        fingerprint: async () => `fadu-${digest([data.who, data.use, data.case, data.organ, file.name, file.size, file.lastModified].join("\n"))}`,
        urlStorage: memory(),
        removeFingerprintOnSuccess: true,
        onBeforeRequest: (request) => { request.setHeader("X-CSRFToken", cookie() || data.csrf); },
        onAfterResponse: (_, response) => { this.original = response.getHeader("Fadu-Original") || this.original; },
        onShouldRetry: (error) => {
          const status = error.originalResponse?.getStatus() || 0;
          const again = !status || status === 409 || status === 423 || status === 460 || status >= 500;
          if (again) this.say(status === 503 ? this.reason(error) : "连接断开，正在接着传…");
          return again;
        },
        onProgress: (sent, all) => {
          this.row.querySelector("progress").value = 100 * sent / all;
          if (!this.paused) this.say(sent === all ? "正在检查和加密保存…" : `${size(sent)} / ${size(all)}`);
        },
        onSuccess: () => this.done(),
        onError: (error) => this.fail(error),
      });
      if (!file.size) { this.wrong("文件是空的（0 字节），请核对后再传"); return; }
      const earlier = await this.upload.findPreviousUploads();
      if (earlier.length) this.upload.resumeFromPreviousUpload(earlier[0]);
      if (!this.dropped && !this.paused) this.upload.start();
    }

    reason(error) {
      const response = error.originalResponse;
      if (!response) return "连接不上服务器，请稍后点“继续”";
      try { const told = JSON.parse(response.getBody()); return told.detail || told.title; } catch { return response.getStatus() === 403 ? "页面已过期，请刷新后再选这个文件，会接着传" : `服务器回答 ${response.getStatus()}，请稍后点“继续”`; }
    }

    done() {
      if (!this.original) { this.wrong("没有得到原件编号，请再选一次这个文件"); return; }
      const kept = document.createElement("input");
      kept.type = "hidden"; kept.name = this.owner.box.dataset.name; kept.value = this.original;
      this.row.append(kept);
      this.row.classList.add("done");
      this.pauseButton.remove();
      this.say(`已收下，${size(this.file.size)}`);
      announce(`${this.file.name} 已收下`);
      this.owner.input.dispatchEvent(new CustomEvent("fadu:uploaded", { bubbles: true, detail: { original: this.original, name: this.file.name } }));
      this.owner.over(this);
    }

    fail(error) {
      const status = error.originalResponse?.getStatus() || 0;
      const later = !status || status === 401 || status === 403 || status >= 500;
      this.failed = true;
      if (!later) { this.wrong(this.reason(error)); return; }
      this.pauseButton.textContent = "继续";
      this.row.classList.add("wrong");
      this.say(this.reason(error));
      this.owner.over(this);
    }

    wrong(text) {
      this.failed = true;
      this.row.classList.add("wrong");
      this.pauseButton.remove();
      this.say(text);
      announce(`${this.file.name}：${text}`);
      this.owner.over(this);
    }

    pause() {
      this.paused = true;
      this.upload?.abort();
      this.pauseButton.textContent = "继续";
      this.say("已暂停");
    }

    resume() {
      this.paused = this.failed = false;
      this.row.classList.remove("wrong");
      this.pauseButton.textContent = "暂停";
      this.say("正在接着传…");
      if (this.upload) this.upload.start(); else if (!this.owner.waiting.includes(this)) this.begin();
    }

    drop() {
      this.dropped = true;
      if (this.upload && !this.original) this.upload.abort(!this.failed).catch(() => null);
      this.owner.waiting = this.owner.waiting.filter((one) => one !== this);
      this.owner.all.delete(this);
      this.row.remove();
      if (this.upload) this.owner.over(this);
      this.owner.input.focus();
    }
  }

  const start = (root) => { for (const box of root.querySelectorAll("[data-upload]")) if (!box.dataset.ready && window.tus?.isSupported) { box.dataset.ready = "1"; new Box(box); } };
  document.addEventListener("htmx:load", (event) => start(event.detail.elt.parentElement || document));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => start(document)); else start(document);
})();
