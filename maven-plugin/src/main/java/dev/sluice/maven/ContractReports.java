package dev.sluice.maven;

import dev.sluice.contract.pacts.PactReport;
import dev.sluice.contract.pacts.PactVerdict;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.ReportForm;
import dev.sluice.schema.io.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes what a verification of contracts found, as text, JUnit XML and HTML, to a folder. */
final class ContractReports {
    private final Path folder;

    ContractReports(Path folder) {
        this.folder = folder;
    }

    /** Writes {@code rules.txt}, {@code TEST-rules.xml} and {@code rules.html}. */
    void rules(List<Report> reports) throws IOException {
        write("rules.txt", ReportForm.TEXT.write(reports));
        write("TEST-rules.xml", ReportForm.JUNIT.write(reports));
        write("rules.html", ReportForm.HTML.write(reports));
    }

    /** Writes {@code pacts.txt}, {@code TEST-pacts.xml} and {@code pacts.html}. */
    void pacts(String provider, List<PactVerdict> verdicts) throws IOException {
        PactReport report = new PactReport(provider, verdicts);
        write("pacts.txt", report.text());
        write("TEST-pacts.xml", report.junit());
        write("pacts.html", report.html());
    }

    private void write(String name, String text) throws IOException {
        WholeFile.writeTo(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
