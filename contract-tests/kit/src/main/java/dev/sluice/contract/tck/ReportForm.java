package dev.sluice.contract.tck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms that reports are written in. */
public enum ReportForm {
    /** For people: a line for each rule, and what was sent and seen where one did not pass. */
    TEXT,
    /** For programs: an object a line, one for each report. */
    JSON,
    /** For whatever shows test results. */
    JUNIT,
    /** A page that needs nothing else. */
    HTML;

    /** The form's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of a word, if there is one. */
    public static Optional<ReportForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** The words of all forms. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ReportForm::word).toList();
    }

    /** The reports in this form, as one text. */
    public String write(List<Report> reports) {
        return switch (this) {
            case TEXT -> reports.stream().map(TextReport::write).collect(Collectors.joining("\n"));
            case JSON ->
                reports.stream().map(report -> JsonReport.write(report) + "\n").collect(Collectors.joining());
            case JUNIT -> JunitReport.write(reports);
            case HTML -> HtmlReport.write(reports);
        };
    }
}
