extension HTMLPage {
  /// How pages look: dark on light, light on dark where the reader's system is dark, black on white on paper.
  static let style = """
    :root { --ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --line: #d0d7de; --soft: #f6f8fa; --bad: #a40e26; --badsoft: #ffebe9;
      --good: #116329; --goodsoft: #dafbe1; --warn: #7d4e00; --warnsoft: #fff8c5; --accent: #0550ae; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9da7b1; --paper: #0d1117; --line: #30363d; --soft: #161b22;
      --bad: #ff9d97; --badsoft: #4b1113; --good: #7ee787; --goodsoft: #12381f; --warn: #e3b341; --warnsoft: #3b2b05; --accent: #79c0ff; } }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 72rem; color: var(--ink); background: var(--paper);
      font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
      overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem; }
    h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-top: .5rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
    h1 span[lang], h2 span[lang] { font-weight: 400; color: var(--quiet); }
    a { color: var(--accent); }
    p { margin: .5rem 0; }
    code, .code, pre { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .875em; }
    .code { color: var(--quiet); border: 1px solid var(--line); border-radius: 3px; padding: 0 .2em; }
    .quiet { color: var(--quiet); }
    .bad { color: var(--bad); } .good { color: var(--good); } .warn { color: var(--warn); }
    .tag { display: inline-block; border-radius: 1em; padding: 0 .6em; font-size: .85rem; border: 1px solid currentColor; white-space: nowrap; }
    .text { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; white-space: pre-wrap; margin: .4rem 0; }
    mark { color: inherit; background: var(--warnsoft); border-bottom: 2px solid var(--warn); }
    mark.expected { background: var(--goodsoft); border-bottom-color: var(--good); }
    mark.found { background: var(--badsoft); border-bottom-color: var(--bad); }
    .figures { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1.25rem 0; }
    .figures li { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .9rem; background: var(--soft); }
    .figures b { display: block; font-size: 1.4rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; margin: .75rem 0; }
    .scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; overflow-wrap: normal; }
    caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
    .headed caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .facts td:first-child { width: 14rem; }
    .key { white-space: nowrap; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
    th { background: var(--soft); white-space: nowrap; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    article { border-left: 3px solid var(--line); padding-left: .9rem; margin: 1.25rem 0; }
    article.failed { border-left-color: var(--bad); }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
    @media (max-width: 40rem) {
      .sides { grid-template-columns: 1fr; }
      body { padding-top: 1rem; }
      table:has(th:nth-child(4)):not(:has(th.number:last-child)) { min-width: 44rem; }
      th.number { white-space: normal; }
      :is(th, td).number { padding-inline: .3rem; }
      table:has(th:nth-child(4)) th:first-child { min-width: 8.5rem; }
      table:has(th:nth-child(4)) :is(th, td):first-child { position: sticky; left: 0; max-width: 11rem; overflow-wrap: anywhere; }
      td:first-child { background: var(--paper); }
      .facts td:first-child { width: auto; }
    }
    ul { padding-left: 1.25rem; }
    summary { cursor: pointer; }
    .heat :is(th, td):not(:first-child) { text-align: center; }
    .h0 { color: var(--quiet); }
    .h1 { background: #ddf4ff; color: #0a3069; } .h2 { background: #80ccff; color: #002155; } .h3 { background: #0550ae; color: #ffffff; }
    @media screen and (prefers-color-scheme: dark) {
      .h1 { background: #0c2d4d; color: #cae8ff; } .h2 { background: #1158a7; color: #ffffff; } .h3 { background: #79c0ff; color: #001a33; }
    }
    @media print {
      :root { --ink: #000; --quiet: #444; --paper: #fff; --line: #999; --soft: #fff; --bad: #800; --badsoft: #fff; --good: #060;
        --goodsoft: #fff; --warn: #530; --warnsoft: #fff; --accent: #000; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      .scroll { overflow: visible; }
      article, tr, .figures li { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      details > *:not(summary) { display: block; }
      mark { text-decoration: underline; }
      .h1, .h2, .h3 { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
