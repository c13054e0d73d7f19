// Filters, searches, sorts and regroups what a page lists. Without it the page shows everything, gravest first.
//
// The list (data-list of the form) holds groups, the groups hold items. An item says what it is by data-kind, and where
// it stands in each order by data-number and data-place; what it is grouped by stands in it, in an element of the class
// by-cause, by-agreement or by-rule; data-rules names the rules that found something in it. What is chosen is kept in
// the fragment of the address: #findings?group=rule.
"use strict";

{
  const form = document.querySelector("form.tools");
  if (form) start(form, document.getElementById(form.dataset.list));

  function start(form, list) {
    const items = [...list.querySelectorAll("[data-kind]")].map(described);
    const home = [...list.querySelectorAll(".group")];
    const status = form.querySelector("[role=status]");
    const noun = status.dataset.noun;
    const controls = form.querySelectorAll("select, [name=search]");
    let arranged = "kind number";

    form.hidden = false;
    restore();
    form.addEventListener("input", () => { show(); remember(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
    addEventListener("hashchange", () => { restore(); reveal(); });
    reveal();

    // What a reader may look for in an item, and where it belongs.
    function described(element) {
      const of = (name) => element.querySelector(`.by-${name}`)?.textContent ?? "";
      const rules = element.dataset.rules ?? "";
      const words = plain(`${element.textContent} ${rules}`);
      return { element, words, of, rules: rules.split(" "), home: element.closest(".group"), data: element.dataset };
    }

    function chosen() {
      const data = new FormData(form);
      return {
        group: data.get("group"),
        sort: data.get("sort"),
        rule: data.get("rule"),
        kinds: new Set(data.getAll("kind")),
        words: plain(data.get("search")).split(/\s+/).filter(Boolean),
      };
    }

    function show() {
      const { group, sort, rule, kinds, words } = chosen();
      let number = 0;
      for (const item of items) {
        const wanted = kinds.has(item.data.kind) && (!rule || item.rules.includes(rule));
        const fits = wanted && words.every((word) => item.words.includes(word));
        item.element.hidden = !fits;
        number += fits;
      }
      if (arranged !== `${group} ${sort}`) arrange(group, sort);
      arranged = `${group} ${sort}`;
      for (const section of list.querySelectorAll(".group")) {
        section.hidden = !section.querySelector("[data-kind]:not([hidden])");
      }
      form.classList.toggle("filtered", number !== items.length);
      const [some, all] = [number, items.length].map((count) => count.toLocaleString("en"));
      status.textContent = some === all ? `${all} ${noun}` : `${some} of ${all} ${noun}`;
    }

    // Puts every item into its group, in the order asked for; groups stand in the order of their first items.
    function arrange(group, sort) {
      const sorted = items.toSorted((one, other) => one.data[sort] - other.data[sort]);
      const none = form.elements.group.selectedOptions[0].dataset.none;
      const groups = new Map(group === "kind" ? home.map((section) => [section, section]) : []);
      for (const item of sorted) {
        const key = group === "kind" ? item.home : item.of(group);
        if (!groups.has(key)) groups.set(key, headed(key || none, groups.size));
        groups.get(key).append(item.element);
      }
      for (const section of list.querySelectorAll(".group")) section.remove();
      list.append(...groups.values());
    }

    // A group of its own under a heading, after the page's own pattern.
    function headed(words, number) {
      const section = document.getElementById("pattern").content.firstElementChild.cloneNode(true);
      const heading = section.querySelector(".heading");
      heading.textContent = words;
      heading.id = `group-by-${number + 1}`;
      section.setAttribute("aria-labelledby", heading.id);
      return section;
    }

    // Keeps what is chosen in the address, and nothing where all is as it came.
    function remember() {
      const said = new URLSearchParams();
      for (const control of controls) {
        if (control.value !== standard(control)) said.set(control.name, control.value);
      }
      const left = [...form.querySelectorAll("[name=kind]")].filter((box) => !box.checked).map((box) => box.value);
      if (left.length) said.set("without", left.join(" "));
      history.replaceState(null, "", `#${list.id}${said.size ? `?${said}` : ""}`);
    }

    // Takes what is chosen from the address, where it says so.
    function restore() {
      const [name, query] = location.hash.slice(1).split("?", 2);
      if (name !== list.id || query === undefined) return show();
      choose(new URLSearchParams(query));
      list.scrollIntoView();
    }

    // Sets every control to what is said of it, else to how it came.
    function choose(said) {
      for (const control of controls) {
        const wanted = said.get(control.name) ?? standard(control);
        const known = !control.options || [...control.options].some((option) => option.value === wanted);
        control.value = known ? wanted : standard(control);
      }
      const left = (said.get("without") ?? "").split(" ");
      for (const box of form.querySelectorAll("[name=kind]")) box.checked = !left.includes(box.value);
      show();
    }

    function standard(control) {
      return control.options ? control.options[0].value : "";
    }

    // Shows what a link leads to, if a filter hides it.
    function reveal() {
      const target = list.querySelector("[hidden]:target");
      if (!target) return;
      choose(new URLSearchParams());
      target.scrollIntoView();
    }
  }

  // Words as they are compared: no case, no accents.
  function plain(words) {
    return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }
}
