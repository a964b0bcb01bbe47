package org.assay.publication;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 in UTF-8: elements in the order in which they are added, whatever their texts hold. */
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private Xml() throws XMLStreamException {
        out = FACTORY.createXMLStreamWriter(text);
        out.writeStartDocument("utf-8", "1.0");
    }

    /** @param attributes names and values in turn; where a value is null there is no such attribute */
    static Xml root(String name, String... attributes) {
        try {
            return new Xml().open(name, attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml open(String name, String... attributes) {
        try {
            out.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                if (attributes[i + 1] != null) {
                    out.writeAttribute(attributes[i], legal(attributes[i + 1]));
                }
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml close() {
        try {
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml empty(String name, String... attributes) {
        return open(name, attributes).close();
    }

    Xml element(String name, String content, String... attributes) {
        open(name, attributes);
        try {
            out.writeCharacters(legal(content));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return close();
    }

    /** Closes what is open. */
    String done() {
        try {
            out.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text without what no XML document can hold (XML 1.0, production 2), which is replaced by U+FFFD. */
    static String legal(String content) {
        return content.codePoints()
                .map(point -> isLegal(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
