package dev.supplychain.policy.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML that a browser reads as HTML in the same way. Texts and attributes may be anything: what cannot be seen, and
 * with it all that XML 1.0 forbids, becomes visible.
 */
final class Markup {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Writer out) {
        this.out = out;
    }

    /** Opens an element; the attributes are names and values in turn. */
    Markup open(String name, String... attributes) throws IOException {
        start(name, attributes);
        out.write('>');
        open.push(name);
        return this;
    }

    /** Closes the innermost open element. */
    Markup close() throws IOException {
        out.write("</" + open.pop() + ">");
        return this;
    }

    /** An element with a text. */
    Markup element(String name, String text, String... attributes) throws IOException {
        return open(name, attributes).text(text).close();
    }

    /** An element that cannot have content. */
    Markup empty(String name, String... attributes) throws IOException {
        start(name, attributes);
        out.write("/>");
        return this;
    }

    /** A text; its line breaks stay. */
    Markup text(String text) throws IOException {
        escape(VisibleText.lines(text));
        return this;
    }

    /** A name or value without line breaks, which a browser may break after slashes and commas when it is long. */
    Markup value(String text) throws IOException {
        int start = 0;
        String visible = VisibleText.of(text);
        for (int i = 0; i < visible.length() - 1; i++) {
            if (visible.charAt(i) == '/' || visible.charAt(i) == ',') {
                escape(visible.substring(start, i + 1));
                empty("wbr");
                start = i + 1;
            }
        }
        escape(visible.substring(start));
        return this;
    }

    /** A line break between elements, for those who read the source. */
    Markup newLine() throws IOException {
        out.write('\n');
        return this;
    }

    /** Our own markup, as it is. */
    Markup raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    private void start(String name, String... attributes) throws IOException {
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"");
            escape(VisibleText.of(attributes[i + 1]));
            out.write('"');
        }
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                default -> out.write(c);
            }
        }
    }
}
