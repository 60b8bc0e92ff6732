// Draws the comparison of two years with ECharts over the bars that the page came with. Without this script the bars stay.
(() => {
  "use strict";
  const colour = (name, other) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || other;

  function draw(figure) {
    const bars = figure.querySelector(".chart-bars");
    const rows = [...bars.children].map((row) => ({ label: row.dataset.label, now: Number(row.dataset.now), before: Number(row.dataset.before) }));
    if (!rows.length) return;
    const canvas = document.createElement("div");
    canvas.className = "chart-canvas";
    canvas.setAttribute("aria-hidden", "true");
    canvas.style.height = `${Math.max(150, rows.length * 46 + 40)}px`;
    bars.before(canvas);
    bars.classList.add("visually-hidden"); // who reads with a screen reader has the words of the bars
    const chart = window.echarts.init(canvas, null, { renderer: "canvas" });
    const ink = colour("--ink", "#1b1f23");
    const series = (name, field, shade) => ({
      name, type: "bar", data: rows.map((row) => row[field]), itemStyle: { color: shade }, barMaxWidth: 14,
      label: { show: true, position: "right", color: ink, fontSize: 12 },
    });
    chart.setOption({
      animation: false,
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: "value", minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: colour("--rule", "#e4e1d9") } } },
      yAxis: {
        type: "category", inverse: true, data: rows.map((row) => row.label), axisTick: { show: false },
        axisLabel: { color: ink, width: canvas.clientWidth < 500 ? 96 : 220, overflow: "break" },
      },
      series: [series("本年", "now", colour("--azurite", "#1d5a8a")), series("上年", "before", colour("--node", "#8f8b80"))],
    });
    new ResizeObserver(() => chart.resize()).observe(canvas);
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (window.echarts) document.querySelectorAll("figure[data-chart]").forEach(draw);
  });
})();
