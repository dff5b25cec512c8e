// Before anything is drawn: the theme that the reader chose.
try {
  const kept = localStorage.getItem("lemmata-theme");
  if (kept) document.documentElement.dataset.theme = kept;
} catch { /* a file may not keep anything */ }
