// Makes the desk quicker; everything works without it.

const points = (text) => Array.from(text).length;

// A counter under fields with a limit, in code points as the server counts them.
for (const area of document.querySelectorAll("textarea[data-limit]")) {
  const limit = Number(area.dataset.limit);
  const soft = Number(area.dataset.softLimit || 0);
  const count = document.createElement("p");
  count.className = "count";
  const show = () => {
    const length = points(area.value.replaceAll("\r\n", "\n"));
    count.classList.toggle("over", length > limit);
    const long = soft && length > soft && length <= limit;
    count.textContent =
      `${length.toLocaleString("en")} of ${limit.toLocaleString("en")}` +
      (long ? `; aggregators show the first ${soft}` : "");
  };
  area.addEventListener("input", show);
  area.after(count);
  show();
}

// A quote that is written anew no longer stands where the selected one stood.
const exact = document.getElementById("quote.exact");
exact?.addEventListener("input", () => {
  const start = document.getElementById("quote.start");
  if (start) start.value = "";
});

// Selecting text in the snapshot offers to log a claim at exactly that place.
const snapshot = document.getElementById("snapshot");
if (snapshot) {
  const take = document.createElement("a");
  take.className = "button primary take";
  take.textContent = "Log a claim";
  take.hidden = true;
  document.getElementById("main").append(take);

  // The text between the paragraph's beginning and a point in it, without the claims' numbers.
  const textUpTo = (paragraph, node, offset) => {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    const copy = range.cloneContents();
    copy.querySelectorAll(".ref").forEach((ref) => ref.remove());
    return copy.textContent;
  };
  const position = (node, offset) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const paragraph = element?.closest("p[data-start]");
    if (!paragraph || !snapshot.contains(paragraph)) return null;
    return Number(paragraph.dataset.start) + points(textUpTo(paragraph, node, offset));
  };

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    take.hidden = true;
    if (selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const start = position(range.startContainer, range.startOffset);
    if (start === null) return;
    const copy = range.cloneContents();
    copy.querySelectorAll(".ref").forEach((ref) => ref.remove());
    copy.querySelectorAll("p").forEach((p) => p.append("\n"));
    const raw = copy.textContent;
    const quote = raw.trim();
    if (!quote || points(quote) > 2000) return;
    const lead = points(raw) - points(raw.trimStart());
    const query = new URLSearchParams({ article: snapshot.dataset.article, exact: quote, start: start + lead });
    take.href = `/desk/claims/new?${query}`;
    const place = range.getBoundingClientRect();
    take.hidden = false;
    const left = Math.min(place.left, innerWidth - take.offsetWidth - 16);
    take.style.setProperty("left", `${Math.max(8, left + scrollX)}px`);
    take.style.setProperty("top", `${place.bottom + scrollY + 6}px`);
    const box = document.getElementById("exact");
    if (box) box.value = quote;
  });
}

// The preview is swapped in place.
const previewButton = document.getElementById("preview-button");
previewButton?.addEventListener("click", async (event) => {
  event.preventDefault();
  const form = previewButton.form;
  const answer = await fetch(`${previewButton.formAction}/fragment`, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
  }).catch(() => null);
  if (answer?.ok) {
    document.getElementById("preview").innerHTML = await answer.text();
  } else {
    form.requestSubmit(previewButton);
  }
});

// What was refused is announced and in view.
document.getElementById("refusal")?.focus();
