{
  // The map of many parties: focus on one party or one kind of data, and the size of its table. Without it all is shown.
  const map = document.getElementById("map");
  const begin = () => {
    const tools = map.querySelector(".map-tools");
    const [party, kind, size] = ["map-party", "map-kind", "map-size"].map(id => document.getElementById(id));
    const shown = map.querySelector(".map-shown");
    const spokes = [...map.querySelectorAll(".spoke")];
    const terms = [...map.querySelectorAll(".terms")];
    const fans = [...map.querySelectorAll(".fan")];
    const crossings = [...map.querySelectorAll(".grid td a")];
    const rows = [...map.querySelectorAll(".grid tbody tr")];
    const heads = [...map.querySelectorAll(".grid thead th")];
    const numbers = words => words.split(" ").filter(Boolean);
    const speaksOf = (words, number) => !number || !words || numbers(words).includes(number);
    const joins = (one, number) => !number || one.giver === number || numbers(one.takers).includes(number);

    const showArrows = () => {
      for (const each of terms) each.hidden = !speaksOf(each.dataset.kinds, kind.value);
      for (const spoke of spokes)
        spoke.hidden = !joins(spoke.dataset, party.value) || !spoke.querySelector(".terms:not([hidden])");
      for (const fan of fans)
        fan.hidden = fan.dataset.party !== party.value && Boolean(party.value || kind.value) && !fan.querySelector(".spoke:not([hidden])");
    };
    const showGrid = () => {
      for (const each of crossings)
        each.hidden = !joins(each.dataset, party.value) || !speaksOf(each.dataset.kinds, kind.value);
      const used = heads.map(() => false);
      for (const row of rows) {
        const kept = [...row.cells].slice(1).map(cell => Boolean(cell.querySelector("a:not([hidden])")));
        kept.forEach((here, column) => { used[column] ||= here; });
        row.hidden = !kept.includes(true);
      }
      heads.forEach((head, column) => { head.hidden = !used[column]; });
      for (const row of rows) [...row.cells].slice(1).forEach((cell, column) => { cell.hidden = !used[column]; });
    };
    const show = () => {
      showArrows();
      showGrid();
      const left = spokes.filter(spoke => !spoke.hidden).length;
      shown.textContent = left === spokes.length ? "" : `${left} of ${spokes.length} arrows shown`;
    };
    const reset = () => {
      party.value = kind.value = "";
      show();
    };
    const reveal = () => {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      if (!target || !target.closest("#map [hidden]")) return;
      reset();
      target.scrollIntoView();
    };
    party.addEventListener("change", show);
    kind.addEventListener("change", show);
    document.getElementById("map-all").addEventListener("click", reset);
    if (size) size.addEventListener("input", () => map.querySelector(".grid").style.setProperty("--zoom", size.value / 100));
    addEventListener("hashchange", reveal);
    tools.hidden = false;
    show();
  };
  if (map) begin();
}
