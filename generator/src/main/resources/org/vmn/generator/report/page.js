"use strict";
// Draws what stands in the page as JSON. Without it the tables say the same.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const colours = ["#2f7fc9", "#1a7f37", "#cf222e", "#8250df", "#bf8700", "#0a7ea4", "#bf3989", "#6e7781"];
  const dark = matchMedia("screen and (prefers-color-scheme: dark)").matches;
  const axis = dark ? "#9da7b3" : "#57606a";
  const grid = dark ? "#30363d" : "#e3e7eb";

  function element(parent, tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function axes(unit, xs) {
    const common = { stroke: axis, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
    return [Object.assign({}, common, xs), Object.assign({ size: 68, values: (u, all) => all.map(v => v + unit) }, common)];
  }

  // Vertical lines where something happened; their words in the table.
  function marks(happenings) {
    return u => {
      const c = u.ctx;
      c.save();
      c.strokeStyle = axis;
      c.setLineDash([4, 4]);
      for (const h of happenings) {
        if (h < u.scales.x.min || h > u.scales.x.max) continue;
        const x = Math.round(u.valToPos(h, "x", true)) + 0.5;
        c.beginPath();
        c.moveTo(x, u.bbox.top);
        c.lineTo(x, u.bbox.top + u.bbox.height);
        c.stroke();
      }
      c.restore();
    };
  }

  function plot(into, title, unit, xs, lines, happenings, key, top) {
    const box = element(into, "div", "plot");
    element(box, "h4", "", title);
    const round = v => v == null ? "–" : Math.round(v * 100) / 100 + unit;
    new uPlot({
      width: Math.max(320, box.clientWidth - 16), height: 210,
      cursor: { sync: { key: key } },
      scales: { x: { time: false }, y: { range: (u, low, high) => [0, top || (high > 0 ? high * 1.08 : 1)] } },
      axes: axes(unit, { values: (u, all) => all.map(v => v + " s") }),
      series: [{ label: "at", value: (u, v) => v == null ? "–" : v + " s" }].concat(lines.map((l, i) => ({
        label: l.name, stroke: colours[i % colours.length], width: 1.5, value: (u, v) => round(v), spanGaps: false }))),
      hooks: { draw: [marks(happenings)] }
    }, [xs].concat(lines.map(l => l.values)), box);
  }

  function scenario(s) {
    const into = document.getElementById(s.id + "-plots");
    const moments = s.times;
    const busiest = all => all.slice().sort((a, b) => Math.max(...b.values) - Math.max(...a.values)).slice(0, 8);
    const percent = all => busiest(all).map(l => ({ name: l.name, values: l.values.map(v => v * 100) }));
    const perSecond = values => values.map((v, i) => v / (moments[i] - (i ? moments[i - 1] : 0)));
    for (const service of s.services) {
      plot(into, "requests to " + service.name + ", each second", "", moments, [
        { name: "offered", values: perSecond(service.offered) },
        { name: "served", values: perSecond(service.served) },
        { name: "lost", values: perSecond(service.lost) }], s.happenings, s.id);
    }
    if (s.services.length) {
      plot(into, "latency, 99th percentile", " ms", moments,
        s.services.slice(0, 8).map(x => ({ name: x.name, values: x.p99 })), s.happenings, s.id);
    }
    for (const [title, kind] of [["machines, busiest first", "machine"], ["hosts, busiest first", "host"], ["uplinks and links, fullest first", "wire"]]) {
      const of = s.loads.filter(l => l.kind === kind && l.values.length);
      if (of.length) plot(into, title, " %", s.steps, percent(of), s.happenings, s.id);
    }
    topology(s);
  }

  function heat(load) {
    const stops = [[216, 240, 221], [255, 224, 138], [244, 117, 107]];
    const at = Math.min(0.9999, Math.max(0, load)) / 0.6;
    const [a, b, part] = at < 1 ? [stops[0], stops[1], at] : [stops[1], stops[2], (at - 1) * 0.6 / 0.4];
    return "rgb(" + a.map((v, i) => Math.round(v + (b[i] - v) * Math.min(1, part))).join(",") + ")";
  }

  function topology(s) {
    const figure = document.getElementById(s.id + "-topology");
    if (!figure || !s.steps.length) return;
    const slider = figure.querySelector("input");
    const said = figure.querySelector("output");
    const boxes = [];
    for (const picture of figure.querySelectorAll(".picture")) {
      const root = picture.shadowRoot || picture;
      for (const g of root.querySelectorAll("g[data-kind]")) {
        const kind = g.dataset.kind;
        const name = g.dataset.name.replace(/ ×\d+$/, "");
        const inHost = picture.dataset.view === "physical" && kind === "machine";
        if (inHost || kind !== "machine" && kind !== "host") continue;
        const own = l => l.name === name || l.name.startsWith(name + "[") || kind === "host" && l.host === name;
        const loads = s.loads.filter(l => (l.kind === kind || kind === "host" && l.kind === "wire") && own(l) && l.values.length);
        const failed = s.failures.filter(f => f.name === name || f.name.startsWith(name + "["));
        const shape = g.querySelector("rect, polygon");
        const tip = document.createElementNS("http://www.w3.org/2000/svg", "title");
        g.appendChild(tip);
        if (shape && (loads.length || failed.length)) boxes.push({ shape, tip, loads, failed, kind });
      }
    }
    slider.max = s.steps.length - 1;
    slider.value = s.peak;
    function show() {
      const i = Number(slider.value);
      const time = s.steps[i];
      said.textContent = "until " + time + " s";
      for (const box of boxes) {
        const at = box.loads.map(l => [l.name, l.values[i] || 0]).sort((a, b) => b[1] - a[1]);
        const own = at.map(x => x[1]);
        const most = own.length ? own[0] : 0;
        const down = box.failed.filter(f => f.from < time && time <= f.to).map(f => f.name);
        box.shape.style.fill = own.length ? heat(most) : "";
        box.shape.style.strokeDasharray = down.length ? "6 4" : "";
        box.shape.style.stroke = down.length ? "#cf222e" : "";
        box.shape.style.strokeWidth = down.length ? "3" : "";
        box.tip.textContent = down.map(n => n + " is down").concat(at.slice(0, 12).map(x => x[0] + " " + (x[1] * 100).toFixed(1) + " %")).join("\n");
      }
    }
    slider.addEventListener("input", show);
    let timer = 0;
    figure.querySelector("button").addEventListener("click", function () {
      if (timer) { clearInterval(timer); timer = 0; this.textContent = "play"; return; }
      this.textContent = "stop";
      timer = setInterval(() => { slider.value = (Number(slider.value) + 1) % s.steps.length; show(); }, 120);
    });
    show();
  }

  function campaign(c) {
    const into = document.getElementById(c.id + "-plots");
    const xs = c.labels.map((l, i) => c.numbers ? c.numbers[i] : i + 1);
    for (const f of c.figures) {
      const box = element(into, "div", "plot");
      element(box, "h4", "", f.name);
      const low = f.mean.map((m, i) => m == null ? null : m - (f.half[i] || 0));
      const high = f.mean.map((m, i) => m == null ? null : m + (f.half[i] || 0));
      const round = v => v == null ? "–" : Math.round(v * 1000) / 1000 + f.unit;
      new uPlot({
        width: Math.max(320, box.clientWidth - 16), height: 210,
        cursor: { sync: { key: c.id } },
        scales: { x: { time: false, range: (u, a, b) => a === b ? [a - 1, b + 1] : [a - (b - a) * 0.03, b + (b - a) * 0.03] },
          y: { range: (u, a, b) => [Math.min(0, a), b > 0 ? b * 1.08 : 1] } },
        axes: axes(f.unit, {}),
        series: [{ label: c.axis, value: (u, v, s, i) => i == null ? "–" : c.labels[i] },
          { label: "mean", stroke: colours[0], width: 2, points: { show: true, size: 6 }, value: (u, v) => round(v) },
          { label: "95 % from", stroke: "transparent", points: { show: false }, value: (u, v) => round(v) },
          { label: "to", stroke: "transparent", points: { show: false }, value: (u, v) => round(v) }],
        bands: [{ series: [3, 2], fill: "rgba(47,127,201,0.2)" }]
      }, [xs, f.mean, low, high], box);
    }
  }

  data.scenarios.forEach(scenario);
  data.campaigns.forEach(campaign);
})();
