package dev.kindling.plot.page;

/** How pages and charts look, in light and in dark; colours are told apart also by who sees few. */
final class PageStyle {

  /** Of a chart alone, within any page. */
  static final String CHART =
      """
      :root { color-scheme: light dark; --ink: #1c2024; --soft: #5b6470; --rule: #d5dae0;
        --back: #ffffff; --c0: #0072b2; --c1: #d55e00; --c2: #009e73; --c3: #cc79a7;
        --c4: #e69f00; --c5: #56b4e9; --c6: #7a5c00; --c7: #444444; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #a3abb5;
        --rule: #3a4048; --back: #16181c; --c0: #4aa8e0; --c1: #f0863c; --c2: #2fc99c;
        --c3: #e39ac3; --c4: #f2b632; --c5: #8fd0f5; --c6: #c9a53a; --c7: #b8b8b8; } }
      figure { margin: 0; } .sub, .desc { color: var(--soft); margin: 0.2rem 0; }
      svg { width: 100%; height: auto; }
      svg text { fill: var(--soft); font: 12px system-ui, sans-serif; }
      svg text.name { fill: var(--ink); } svg text.counter { fill: var(--ink); font-size: 64px; }
      svg text.words { fill: var(--ink); }
      svg text.on-dark { fill: #ffffff; } svg text.on-light { fill: #1c2024; }
      .grid { stroke: var(--rule); stroke-width: 0.7; } .axis { stroke: var(--soft); }
      .whisker { stroke: var(--ink); } .median { stroke: var(--back); stroke-width: 2.5; }
      .point { fill-opacity: 0.55; } .line { fill: none; stroke-width: 2; }
      .filled { fill-opacity: 0.35; } .mark { stroke: var(--back); stroke-width: 0.6; }
      .c0 { --c: var(--c0); } .c1 { --c: var(--c1); } .c2 { --c: var(--c2); }
      .c3 { --c: var(--c3); } .c4 { --c: var(--c4); } .c5 { --c: var(--c5); }
      .c6 { --c: var(--c6); } .c7 { --c: var(--c7); }
      .mark, .point, .filled { fill: var(--c); } .line, .filled { stroke: var(--c); }
      .key::before { content: ""; display: inline-block; width: 0.7em; height: 0.7em;
        margin: 0 0.3em 0 1em; background: var(--c); }
      .scale { height: 1em; width: 12rem; vertical-align: middle; margin: 0 0.5em; }
      """;

  /** Of a page of charts. */
  static final String CSS =
      CHART
          + """
      body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; background: var(--back);
        color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0; }
      details { margin-top: 0.5rem; } pre { overflow: auto; max-height: 30rem; padding: 1rem;
        border: 1px solid var(--rule); font-size: 13px; }
      """;

  private PageStyle() {}
}
