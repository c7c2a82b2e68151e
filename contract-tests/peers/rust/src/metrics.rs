//! The metrics of PROTOCOL.md in the Prometheus text format, version 0.0.4 (rules 9.1, 9.2).

use std::fmt::Write;

use crate::admission::Report;
use crate::counts::{BUCKETS, Histogram};
use crate::refusal::OF_SUBMISSIONS;

/// The media type of the text.
pub const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Writes a snapshot.
pub fn write(report: &Report) -> String {
    let mut text = String::new();
    let document = &report.capacity;
    gauge(
        &mut text,
        "backpressure_queue_size",
        "Items accepted and not yet running.",
        document.queued,
    );
    gauge(
        &mut text,
        "backpressure_queue_capacity",
        "Most items that may be queued.",
        document.queue_limit,
    );
    gauge(
        &mut text,
        "backpressure_work_running",
        "Items running.",
        document.running,
    );
    gauge(
        &mut text,
        "backpressure_concurrency_limit",
        "Most items that may run at once.",
        document.concurrency_limit,
    );
    requests(&mut text, report);
    settled(&mut text, report);
    let name = "backpressure_queue_wait_duration_seconds";
    family(
        &mut text,
        name,
        "histogram",
        "Time from acceptance to the begin of the run.",
    );
    histogram(&mut text, name, "", &report.counts.queue_wait);
    text
}

/// Begins a family: the samples that follow belong to it.
pub fn family(text: &mut String, name: &str, kind: &str, help: &str) {
    line(
        text,
        format_args!("# HELP {name} {help}\n# TYPE {name} {kind}"),
    );
}

/// Writing to a string does not fail.
fn line(text: &mut String, content: std::fmt::Arguments) {
    let _ = writeln!(text, "{content}");
}

fn gauge(text: &mut String, name: &str, help: &str, value: u32) {
    family(text, name, "gauge", help);
    line(text, format_args!("{name} {value}"));
}

fn requests(text: &mut String, report: &Report) {
    let name = "backpressure_admission_requests_total";
    let counts = &report.counts;
    family(text, name, "counter", "Submissions by what was decided.");
    line(
        text,
        format_args!(
            "{name}{{outcome=\"accepted\",error_type=\"\"}} {}",
            counts.accepted
        ),
    );
    line(
        text,
        format_args!(
            "{name}{{outcome=\"replayed\",error_type=\"\"}} {}",
            counts.replayed
        ),
    );
    for reason in OF_SUBMISSIONS {
        let label = reason.label();
        let count = counts.rejected.get(&reason).copied().unwrap_or(0);
        line(
            text,
            format_args!("{name}{{outcome=\"rejected\",error_type=\"{label}\"}} {count}"),
        );
    }
}

fn settled(text: &mut String, report: &Report) {
    let name = "backpressure_work_settled_total";
    family(
        text,
        name,
        "counter",
        "Items that ended, by terminal state.",
    );
    for (state, count) in report.counts.settled() {
        let label = state.label();
        line(text, format_args!("{name}{{state=\"{label}\"}} {count}"));
    }
}

/// Writes the samples of one histogram; the labels are written as the format has them, without braces.
pub fn histogram(text: &mut String, name: &str, labels: &str, histogram: &Histogram) {
    let comma = if labels.is_empty() { "" } else { "," };
    let braced = if labels.is_empty() {
        String::new()
    } else {
        format!("{{{labels}}}")
    };
    let mut below = 0;
    for (bound, count) in BUCKETS.iter().zip(histogram.counts) {
        below += count;
        line(
            text,
            format_args!("{name}_bucket{{{labels}{comma}le=\"{bound}\"}} {below}"),
        );
    }
    let total = histogram.total;
    line(
        text,
        format_args!("{name}_bucket{{{labels}{comma}le=\"+Inf\"}} {total}"),
    );
    line(text, format_args!("{name}_sum{braced} {}", histogram.sum));
    line(text, format_args!("{name}_count{braced} {total}"));
}
