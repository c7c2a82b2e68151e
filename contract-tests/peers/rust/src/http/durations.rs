//! The times that answers took, by route: the number of series is bounded by the contract, not by ids (rule 9.2).

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Method, StatusCode};

use crate::counts::Histogram;
use crate::metrics;

/// The answers of one method, route and status.
struct Series {
    method: &'static str,
    route: String,
    status: u16,
    took: Histogram,
}

#[derive(Default)]
pub(super) struct Durations {
    series: Mutex<Vec<Series>>,
}

impl Durations {
    pub(super) fn observe(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let method = match *method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            Method::PUT => "PUT",
            Method::DELETE => "DELETE",
            _ => "_OTHER",
        };
        let status = status.as_u16();
        let mut series = self.series.lock().unwrap_or_else(PoisonError::into_inner);
        let found = series.iter_mut().find(|known| {
            (known.method, known.route.as_str(), known.status) == (method, route, status)
        });
        if let Some(known) = found {
            known.took.observe(took);
            return;
        }
        let mut fresh = Series {
            method,
            route: route.to_owned(),
            status,
            took: Histogram::default(),
        };
        fresh.took.observe(took);
        series.push(fresh);
    }

    pub(super) fn write(&self, text: &mut String) {
        let name = "http_server_request_duration_seconds";
        let help = "Time from the begin of a request to the begin of its answer.";
        metrics::family(text, name, "histogram", help);
        let series = self.series.lock().unwrap_or_else(PoisonError::into_inner);
        for Series {
            method,
            route,
            status,
            took,
        } in series.iter()
        {
            let labels = format!(
                "http_request_method=\"{method}\",http_route=\"{route}\",http_response_status_code=\"{status}\""
            );
            metrics::histogram(text, name, &labels, took);
        }
    }
}
