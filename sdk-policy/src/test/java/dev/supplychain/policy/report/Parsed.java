package dev.supplychain.policy.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.supplychain.model.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reports as strict readers see them. */
final class Parsed {
    private static final String SARIF_SCHEMA = "/schema/sarif-schema-2.1.0.json";
    private static final Schema SARIF = sarifSchema();
    private static final javax.xml.validation.Schema SUREFIRE = surefireSchema();

    private Parsed() {}

    private static Schema sarifSchema() {
        try (InputStream in = resource(SARIF_SCHEMA)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(SchemaLocation.of("classpath:" + SARIF_SCHEMA), in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static javax.xml.validation.Schema surefireSchema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(Parsed.class.getResource("/schemas/surefire-test-report.xsd")));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Parsed.class.getResourceAsStream(name), name);
    }

    /** The log, which fits the schema of OASIS. */
    static Json sarif(String text) {
        List<String> problems = SARIF
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(problem -> problem.getInstanceLocation() + ": " + problem.getMessage())
                .toList();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems + " in " + text);
        }
        return Json.parse(text);
    }

    /** The test suite, which fits the schema of Surefire. */
    static Element junit(String text) {
        Document document = xml(text);
        try {
            SUREFIRE.newValidator().validate(new DOMSource(document));
        } catch (SAXException | IOException e) {
            throw new AssertionError(text, e);
        }
        return document.getDocumentElement();
    }

    static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** All elements of that name. */
    static List<Element> elements(Document document, String name) {
        return elements(document.getElementsByTagName(name));
    }

    /** All elements of that name below another. */
    static List<Element> elements(Element parent, String name) {
        return elements(parent.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
