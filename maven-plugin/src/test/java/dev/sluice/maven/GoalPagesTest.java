package dev.sluice.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The pages of docs/maven are made from the goals: from their Javadoc and parameters, as the plugin's descriptor has them.
 * With {@code -Dsluice.update=true} they are rewritten.
 */
class GoalPagesTest {
    private static final Path PAGES = Path.of(System.getProperty("sluice.root"), "docs/maven");
    private static final List<String> OF_MAVEN =
            List.of("project", "session", "execution", "executionRoot", "repositories", "decrypter");

    @Test
    void everyGoalHasItsPage() throws IOException, ParserConfigurationException, SAXException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("sluice.update")) {
            Files.createDirectories(PAGES);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        try (var files = Files.list(PAGES)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .as("pages in docs/maven; -Dsluice.update=true rewrites them")
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(PAGES.resolve(page.getKey())).hasContent(page.getValue());
        }
    }

    private static Map<String, String> pages() throws IOException, ParserConfigurationException, SAXException {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target/classes/META-INF/maven/plugin.xml").toFile())
                .getDocumentElement();
        List<Element> goals = elements(plugin.getElementsByTagName("mojo"));
        goals.removeIf(goal -> text(goal, "goal").equals("help"));
        goals.sort(Comparator.comparing(goal -> text(goal, "goal")));
        Map<String, String> pages = new LinkedHashMap<>();
        StringBuilder index =
                new StringBuilder("# Goals of the Maven plugin\n\n| goal | phase | what it does |\n|---|---|---|\n");
        for (Element goal : goals) {
            String name = text(goal, "goal");
            index.append("| [").append(name).append("](").append(name).append(".md) | ");
            index.append(phase(goal))
                    .append(" | ")
                    .append(first(markdown(text(goal, "description"))))
                    .append(" |\n");
            pages.put(name + ".md", page(goal));
        }
        index.append(
                        "\nEvery parameter is an element of `<configuration>`; one with a property can be set on the command line as ")
                .append("`-DPROPERTY=VALUE` too,\nwhere the POM does not set it. `sluice.skip` skips all goals.\n");
        pages.put("README.md", index.toString());
        return pages;
    }

    private static String page(Element goal) {
        StringBuilder page =
                new StringBuilder("# sluice:").append(text(goal, "goal")).append("\n\n");
        page.append(markdown(text(goal, "description"))).append("\n\n");
        page.append("Default phase: ").append(phase(goal)).append(".\n\n");
        page.append("| parameter | property | default | |\n|---|---|---|---|\n");
        Element values = elements(goal.getElementsByTagName("configuration")).get(0);
        for (Element parameter : elements(goal.getElementsByTagName("parameter"))) {
            String name = text(parameter, "name");
            if (!OF_MAVEN.contains(name)) {
                List<Element> value = elements(values.getElementsByTagName(name));
                String property = value.isEmpty() ? "" : value.get(0).getTextContent();
                String initial = value.isEmpty() ? "" : value.get(0).getAttribute("default-value");
                String required = text(parameter, "required").equals("true") && initial.isEmpty() ? "Required. " : "";
                page.append("| `").append(name).append("` | ");
                page.append(code(property.replaceAll("^\\$\\{(.*)}$", "$1"))).append(" | ");
                page.append(code(initial)).append(" | ").append(required);
                page.append(markdown(text(parameter, "description")).replace("\n", " "))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    private static String phase(Element goal) {
        String phase = text(goal, "phase");
        return phase.isEmpty() ? "none: it runs when it is asked to" : "`" + phase + "`";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    /** The first sentence. */
    private static String first(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String markdown(String javadoc) {
        return javadoc.replaceAll("<code>(.*?)</code>", "`$1`")
                .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent();
            }
        }
        return "";
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
