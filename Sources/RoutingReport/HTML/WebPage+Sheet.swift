extension WebPage {
  /// How every page looks.
  ///
  /// An organisation puts its own style on it by setting the custom properties: colours in pairs of
  /// `-ink` on `-ground`, which have at least the contrast that WCAG asks for text; a test holds them to it.
  static let sheet: StaticString = """
    :root {
      --route-font: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
      --route-page-ink: #1b1f24; --route-page-ground: #ffffff;
      --route-soft-ink: #454c55; --route-soft-ground: #f2f4f7;
      --route-head-ink: #ffffff; --route-head-ground: #21405f;
      --route-line: #66717e; --route-focus: #0b57d0;
      --route-tone-0-ink: #1b1f24; --route-tone-0-ground: #ffffff; --route-tone-0-line: #66717e;
      --route-tone-1-ink: #10283f; --route-tone-1-ground: #e3eefb; --route-tone-1-line: #2a6ab0;
      --route-tone-2-ink: #12301d; --route-tone-2-ground: #e2f3e6; --route-tone-2-line: #2c7a45;
      --route-tone-3-ink: #3d2503; --route-tone-3-ground: #fdeed6; --route-tone-3-line: #a8650a;
      --route-tone-4-ink: #34123f; --route-tone-4-ground: #f4e6f9; --route-tone-4-line: #8a3ca5;
      --route-tone-5-ink: #431313; --route-tone-5-ground: #fce5e4; --route-tone-5-line: #b3403b;
      --route-tone-6-ink: #0b3234; --route-tone-6-ground: #dcf3f3; --route-tone-6-line: #1f7f84;
      --route-tone-7-ink: #2e2b06; --route-tone-7-ground: #f3f0cf; --route-tone-7-line: #7d7414;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --route-page-ink: #e9edf2; --route-page-ground: #14181d;
        --route-soft-ink: #c3cad3; --route-soft-ground: #20262e;
        --route-head-ink: #ffffff; --route-head-ground: #2c5078;
        --route-line: #8b96a3; --route-focus: #9cc3ff;
        --route-tone-0-ink: #e9edf2; --route-tone-0-ground: #14181d; --route-tone-0-line: #8b96a3;
        --route-tone-1-ink: #dceafc; --route-tone-1-ground: #1a2f49; --route-tone-1-line: #6ea8ea;
        --route-tone-2-ink: #dcf5e2; --route-tone-2-ground: #17321f; --route-tone-2-line: #6cbf84;
        --route-tone-3-ink: #fdebcf; --route-tone-3-ground: #3b2a10; --route-tone-3-line: #e0a24a;
        --route-tone-4-ink: #f5e2fb; --route-tone-4-ground: #36203f; --route-tone-4-line: #c98be0;
        --route-tone-5-ink: #fde0de; --route-tone-5-ground: #421e1d; --route-tone-5-line: #ec8a85;
        --route-tone-6-ink: #d5f3f4; --route-tone-6-ground: #113335; --route-tone-6-line: #5cc0c5;
        --route-tone-7-ink: #f4f0c4; --route-tone-7-ground: #302d10; --route-tone-7-line: #c9bd4f;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; font: 1rem/1.5 var(--route-font); color: var(--route-page-ink);
      background: var(--route-page-ground); }
    main { padding: 1rem clamp(0.75rem, 2vw, 1.5rem) 3rem; }
    h1 { font-size: clamp(1.4rem, 4vw, 2rem); line-height: 1.2; margin: 0.5rem 0; }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
    h1, h2 { hyphens: auto; overflow-wrap: break-word; }
    p, li, dd { max-width: 75ch; overflow-wrap: break-word; }
    a { color: inherit; }
    code { font-size: 0.875em; overflow-wrap: anywhere; }
    :focus-visible { outline: 3px solid var(--route-focus); outline-offset: 2px; }
    :target { outline: 3px solid var(--route-focus); }
    .lead, .source { color: var(--route-soft-ink); }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 0.8125rem;
      line-height: 1.4; }
    thead th:first-child { width: 15%; }
    .wide { overflow-x: auto; }
    .wide thead th:first-child { width: 18rem; }
    .wide tr > th:first-child { position: sticky; left: 0; }
    .wide table { min-width: 130rem; }
    caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
    th, td { border: 1px solid var(--route-line); padding: 0.3rem 0.4rem; text-align: left;
      vertical-align: top; hyphens: auto; overflow-wrap: break-word; }
    thead th { background: var(--route-head-ground); color: var(--route-head-ink); }
    tbody th { background: var(--route-soft-ground); color: var(--route-page-ink);
      font-weight: 600; }
    tbody th.group { background: var(--route-head-ground); color: var(--route-head-ink); }
    td p { margin: 0 0 0.2rem; }
    .role { display: block; font-size: 0.75rem; }
    .marks { font-size: 0.75rem; }
    .detail { display: block; font-size: 0.75rem; font-weight: 400;
      color: var(--route-soft-ink); }
    .tone-0, .tone-1, .tone-2, .tone-3, .tone-4, .tone-5, .tone-6, .tone-7 {
      border-left-width: 5px; }
    .tone-0 { border-left-width: 1px; color: var(--route-tone-0-ink); background: var(--route-tone-0-ground);
      border-left-color: var(--route-tone-0-line); }
    .tone-1 { color: var(--route-tone-1-ink); background: var(--route-tone-1-ground);
      border-left-color: var(--route-tone-1-line); }
    .tone-2 { color: var(--route-tone-2-ink); background: var(--route-tone-2-ground);
      border-left-color: var(--route-tone-2-line); }
    .tone-3 { color: var(--route-tone-3-ink); background: var(--route-tone-3-ground);
      border-left-color: var(--route-tone-3-line); }
    .tone-4 { color: var(--route-tone-4-ink); background: var(--route-tone-4-ground);
      border-left-color: var(--route-tone-4-line); }
    .tone-5 { color: var(--route-tone-5-ink); background: var(--route-tone-5-ground);
      border-left-color: var(--route-tone-5-line); }
    .tone-6 { color: var(--route-tone-6-ink); background: var(--route-tone-6-ground);
      border-left-color: var(--route-tone-6-line); }
    .tone-7 { color: var(--route-tone-7-ink); background: var(--route-tone-7-ground);
      border-left-color: var(--route-tone-7-line); }
    .differs { font-weight: 700; }
    .nobody { color: var(--route-soft-ink); }
    h3 { font-size: 1rem; line-height: 1.3; margin: 1rem 0 0.25rem; }
    .picture { overflow-x: auto; margin: 1rem 0; }
    svg { display: block; width: 100%; min-width: 52rem; height: auto; }
    svg text { font-family: var(--route-font); fill: currentColor; }
    svg .box { stroke-width: 2; }
    svg .line { stroke: var(--route-line); stroke-width: 2; fill: none; }
    svg .arrow { fill: var(--route-line); }
    svg .fill-0 { fill: var(--route-tone-0-ground); stroke: var(--route-tone-0-line); }
    svg .fill-1 { fill: var(--route-tone-1-ground); stroke: var(--route-tone-1-line); }
    svg .fill-2 { fill: var(--route-tone-2-ground); stroke: var(--route-tone-2-line); }
    svg .fill-3 { fill: var(--route-tone-3-ground); stroke: var(--route-tone-3-line); }
    svg .fill-4 { fill: var(--route-tone-4-ground); stroke: var(--route-tone-4-line); }
    svg .fill-5 { fill: var(--route-tone-5-ground); stroke: var(--route-tone-5-line); }
    svg .fill-6 { fill: var(--route-tone-6-ground); stroke: var(--route-tone-6-line); }
    svg .fill-7 { fill: var(--route-tone-7-ground); stroke: var(--route-tone-7-line); }
    svg .ink-1 { color: var(--route-tone-1-ink); } svg .ink-2 { color: var(--route-tone-2-ink); }
    svg .ink-3 { color: var(--route-tone-3-ink); } svg .ink-4 { color: var(--route-tone-4-ink); }
    svg .ink-5 { color: var(--route-tone-5-ink); } svg .ink-6 { color: var(--route-tone-6-ink); }
    svg .ink-7 { color: var(--route-tone-7-ink); }
    @media screen and (min-width: 60rem) { .words { columns: 2; } .words > li {
      break-inside: avoid; } }
    @media screen and (max-width: 60rem) {
      .picture { display: none; }
      .wide table { min-width: 0; }
      thead th:first-child, .wide thead th:first-child { width: auto; }
      .wide tr > th:first-child { position: static; }
      table, caption, thead, tbody, tr, th, td { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); }
      tbody { margin-bottom: 1rem; }
      tr { margin-bottom: 1rem; }
      td:empty { display: none; }
      td[data-label]::before { content: attr(data-label) ":"; display: block; font-weight: 600; }
    }
    @media print {
      @page { size: landscape; margin: 8mm; }
      :root { --route-page-ink: #000000; --route-page-ground: #ffffff;
        --route-head-ink: #000000; --route-head-ground: #ffffff; }
      body { font-size: 8pt; line-height: 1.25; }
      main { padding: 0; }
      h1 { font-size: 14pt; } h2 { font-size: 10pt; break-after: avoid; }
      table { font-size: 7pt; } .role, .marks, .detail { font-size: 6pt; }
      svg { width: auto; min-width: 0; max-width: 100%; max-height: 150mm; }
      th, td { padding: 2pt 3pt; }
      thead { display: table-header-group; }
      .wide { overflow: visible; } .wide table { min-width: 0; font-size: 6pt; }
      .wide thead th:first-child { width: 15%; }
      tr, svg, li { break-inside: avoid; }
      main > ol { columns: 2; } main > ol li { max-width: none; }
      .screen { display: none; }
    }

    """
}
