package dev.sluice.compat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Verdict;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitReporterTest {
    private static Document parse(Verdict verdict) throws Exception {
        String xml = Samples.report(new JUnitReporter(PathNames.PLAIN), verdict);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void anErrorFailsAWarningPassesAndAWaiverSkips() throws Exception {
        Element suite =
                (Element) parse(Samples.FULL).getElementsByTagName("testsuite").item(0);

        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
        Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message"))
                .isEqualTo("waived by payments until 2027-03-31: nobody <calls> it | \"ever\"");
        assertThat(suite.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("warning FILE_SAME_GO_PACKAGE", "<script>&\uFFFD|@all");
    }

    @Test
    void whereThereIsNothingOneTestPasses() throws Exception {
        Document document = parse(Samples.CLEAN);

        assertThat(document.getElementsByTagName("testcase").getLength()).isOne();
        assertThat(document.getElementsByTagName("failure").getLength()).isZero();
    }
}
