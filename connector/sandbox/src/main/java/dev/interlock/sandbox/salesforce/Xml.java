package dev.interlock.sandbox.salesforce;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML, as far as the older APIs need it. */
final class Xml {

    private Xml() {}

    /** The tree of a text without a document type; empty if it is no XML. */
    static Optional<Element> read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            Document document = builder.parse(new InputSource(new StringReader(text)));
            return Optional.of(document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            return Optional.empty();
        }
    }

    /** The first element of this name, whatever its namespace. */
    static Optional<Element> find(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
    }

    static String text(Element root, String name) {
        return find(root, name).map(Node::getTextContent).map(String::strip).orElse("");
    }

    static Optional<Element> firstChild(Element root) {
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String element(String name, Object value) {
        return "<" + name + ">" + escaped(String.valueOf(value)) + "</" + name + ">";
    }

    /** Nobody reads what the parser would print. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
