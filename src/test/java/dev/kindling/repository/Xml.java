package dev.kindling.repository;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A parsed XML file that answers XPath questions; namespaces are ignored.
 *
 * @param document the file, or a part of it
 */
record Xml(Node document) {

  static Xml read(String file) {
    try {
      Path path = Repository.ROOT.resolve(file);
      return new Xml(
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(path.toFile()));
    } catch (Exception e) {
      throw new IllegalStateException("'%s' cannot be read as XML.".formatted(file), e);
    }
  }

  /** The parts that a path leads to. */
  List<Xml> all(String path) {
    try {
      NodeList found =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(path, document, XPathConstants.NODESET);
      return IntStream.range(0, found.getLength()).mapToObj(i -> new Xml(found.item(i))).toList();
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new IllegalArgumentException("'%s' is not an XPath.".formatted(path), e);
    }
  }

  /** The texts of the parts that a path leads to. */
  List<String> texts(String path) {
    return all(path).stream().map(part -> part.document().getTextContent().strip()).toList();
  }
}
