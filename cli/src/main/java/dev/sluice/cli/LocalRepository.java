package dev.sluice.cli;

import dev.sluice.compat.input.ArtifactAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Maven's repository on this machine, in which a release never changes. */
record LocalRepository(Path folder) {

    /** The one that the user's settings name, or Maven's default; empty where the settings cannot be understood. */
    static Optional<LocalRepository> ofUser() {
        Path maven = Path.of(System.getProperty("user.home"), ".m2");
        Path settings = maven.resolve("settings.xml");
        try {
            Optional<String> named = Files.exists(settings) ? named(settings) : Optional.empty();
            return Optional.of(new LocalRepository(named.map(Path::of).orElse(maven.resolve("repository"))));
        } catch (IOException | XMLStreamException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What {@code settings/localRepository} says, with the user's home filled in. */
    private static Optional<String> named(Path settings) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(settings)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("localRepository")) {
                    String text = reader.getElementText().strip();
                    return text.isEmpty()
                            ? Optional.empty()
                            : Optional.of(text.replace("${user.home}", System.getProperty("user.home")));
                }
            }
        }
        return Optional.empty();
    }

    /** The file of a release. */
    Optional<Path> find(ArtifactAddress address, String version) {
        if (version.endsWith("-SNAPSHOT")) {
            return Optional.empty();
        }
        String name = address.artifact() + "-" + version
                + address.classifier().map(word -> "-" + word).orElse("") + "." + address.type();
        Path file = folder.resolve(address.group().replace('.', '/'))
                .resolve(address.artifact())
                .resolve(version)
                .resolve(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
