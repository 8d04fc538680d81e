package org.vaksam.exchange.print;

import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.vaksam.api.print.PrintedDocument;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.text.Text;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A document as a page of elements. It is built and not parsed, so that no text becomes markup. */
final class PageMarkup {
    static final String FONT = "vaksam";
    static final String OTHER_SCRIPTS = "others";

    private static final Text PAGE = new Text("Sida", "Page");
    private static final Text OF = new Text("av", "of");

    private final PrintedDocument document;
    private final Document page;

    PageMarkup(PrintedDocument document) {
        this.document = document;
        try {
            page = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Document page() {
        Element html = page.createElement("html");
        page.appendChild(html);
        html.setAttribute("lang", document.language().getLanguage());
        Element head = add(html, "head");
        say(head, "title", document.title());
        meta(head, "subject", document.title());
        meta(head, "author", "Vaksam");
        say(head, "style", PageStyle.of(document.wide(), say(PAGE), say(OF)));
        Element bookmarks = add(head, "bookmarks");
        Element body = add(html, "body");
        running(body, "header", document.header());
        running(body, "footer", document.footer());
        heading(body, bookmarks, 1, document.title());
        for (Block block : document.blocks()) {
            block(body, bookmarks, block);
        }
        return page;
    }

    private void block(Element body, Element bookmarks, Block block) {
        if (block instanceof PrintedDocument.Heading heading) {
            heading(body, bookmarks, heading.level(), heading.text());
        } else if (block instanceof PrintedDocument.Paragraph paragraph) {
            say(body, "p", paragraph.text());
        } else if (block instanceof PrintedDocument.Points points) {
            Element list = add(body, "ul");
            points.items().forEach(item -> say(list, "li", item));
        } else if (block instanceof PrintedDocument.Facts facts) {
            for (PrintedDocument.Fact fact : facts.facts()) {
                Element line = add(body, "p");
                line.setAttribute("class", "fact");
                say(line, "b", fact.name() + ": ");
                line.appendChild(page.createTextNode(shown(fact.value())));
            }
        } else if (block instanceof PrintedDocument.Table table) {
            new TableMarkup(this, table).addTo(body);
        } else if (block instanceof PrintedDocument.Figure figure) {
            figure(body, figure);
        }
    }

    private void heading(Element body, Element bookmarks, int level, String text) {
        Element heading = say(body, "h" + level, text);
        String name = "h" + bookmarks.getChildNodes().getLength();
        heading.setAttribute("id", name);
        Element bookmark = add(bookmarks, "bookmark");
        bookmark.setAttribute("name", shown(text));
        bookmark.setAttribute("href", "#" + name);
    }

    private void figure(Element body, PrintedDocument.Figure figure) {
        Element picture = add(body, "img");
        boolean isPng = figure.picture().length > 1 && figure.picture()[1] == 'P';
        picture.setAttribute(
                "src",
                "data:image/" + (isPng ? "png" : "jpeg") + ";base64,"
                        + Base64.getEncoder().encodeToString(figure.picture()));
        picture.setAttribute("alt", shown(figure.alt()));
        if (!figure.caption().isEmpty()) {
            say(body, "p", figure.caption()).setAttribute("class", "caption");
        }
    }

    private void running(Element body, String name, String text) {
        if (!text.isEmpty()) {
            say(body, "div", text).setAttribute("class", name);
        }
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", shown(content));
    }

    Element add(Element parent, String name) {
        Element child = page.createElement(name);
        parent.appendChild(child);
        return child;
    }

    Element say(Element parent, String name, String text) {
        Element child = add(parent, name);
        child.setTextContent(shown(text));
        return child;
    }

    private String say(Text text) {
        return text.in(document.language());
    }

    /** Without what no page shows: control characters and halves of characters. */
    private static String shown(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
