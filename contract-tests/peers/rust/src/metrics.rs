//! The metrics of PROTOCOL.md in the Prometheus text format, version 0.0.4 (rules 9.1, 9.2).

use std::fmt::Write;

use crate::admission::Report;
use crate::counts::{BUCKETS, Histogram};
use crate::refusal::Reason;

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
    queue_wait(&mut text, &report.counts.queue_wait);
    text
}

fn family(text: &mut String, name: &str, kind: &str, help: &str) {
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
    for reason in Reason::OF_SUBMISSIONS {
        let label = reason.name().to_ascii_lowercase();
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
        let label = state.name().to_ascii_lowercase();
        line(text, format_args!("{name}{{state=\"{label}\"}} {count}"));
    }
}

fn queue_wait(text: &mut String, histogram: &Histogram) {
    let name = "backpressure_queue_wait_duration_seconds";
    family(
        text,
        name,
        "histogram",
        "Time from acceptance to the begin of the run.",
    );
    let mut below = 0;
    for (bound, count) in BUCKETS.iter().zip(histogram.counts) {
        below += count;
        line(
            text,
            format_args!("{name}_bucket{{le=\"{bound}\"}} {below}"),
        );
    }
    line(
        text,
        format_args!("{name}_bucket{{le=\"+Inf\"}} {}", histogram.total),
    );
    line(text, format_args!("{name}_sum {}", histogram.sum));
    line(text, format_args!("{name}_count {}", histogram.total));
}
