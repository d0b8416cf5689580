package dev.kindling.plot.page;

import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import dev.kindling.plot.tree.Tree;
import dev.kindling.plot.tree.TreeNode;

/** A decision tree as one page of HTML that stands alone. */
public final class TreePage {

  private static final String CSS =
      PageStyle.CSS
          + """
      body { max-width: none; } .tree { overflow-x: auto; }
      .tree svg { display: block; margin: 0 auto; }
      .node { fill: var(--back); stroke: var(--soft); } .end { stroke: var(--c0); }
      svg text.question { fill: var(--ink); font-weight: 600; }
      .edge { stroke: var(--soft); fill: none; }
      """;

  private final Tree tree;

  public TreePage(Tree tree) {
    this.tree = tree;
  }

  /** The page: no scripts, nothing from elsewhere, every text escaped. */
  public String render() {
    TreeNode root = tree.root();
    return "<!doctype html>\n"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta()
                        .attr("http-equiv", "Content-Security-Policy")
                        .withContent(StylePolicy.of(CSS)),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    title(Svg.clean(tree.title())),
                    style(rawHtml(CSS))),
                body(
                    h1(Svg.clean(tree.title())),
                    p("%,d rows, %d questions at most on the way down, %d ends. To the left: yes."
                            .formatted(root.rows(), root.depth(), root.ends()))
                        .withClass("sub"),
                    div(new TreeDrawing(tree).draw()).withClass("tree")))
            .withLang("en")
            .render();
  }
}
