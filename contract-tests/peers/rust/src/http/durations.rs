//! The times that answers took, by route: the number of series is bounded by the contract, not by ids (rule 9.2).

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Method, StatusCode};

use crate::counts::Histogram;
use crate::metrics;

/// Method, route and status of one series.
type Series = (&'static str, String, u16);

#[derive(Default)]
pub(super) struct Durations {
    series: Mutex<BTreeMap<Series, Histogram>>,
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
        let key = (method, route.to_owned(), status.as_u16());
        let mut series = self.series.lock().unwrap_or_else(PoisonError::into_inner);
        series.entry(key).or_default().observe(took);
    }

    pub(super) fn write(&self, text: &mut String) {
        let name = "http_server_request_duration_seconds";
        let help = "Time from the begin of a request to the begin of its answer.";
        metrics::family(text, name, "histogram", help);
        let series = self.series.lock().unwrap_or_else(PoisonError::into_inner);
        for ((method, route, status), histogram) in series.iter() {
            let labels = format!(
                "http_request_method=\"{method}\",http_route=\"{route}\",http_response_status_code=\"{status}\""
            );
            metrics::histogram(text, name, &labels, histogram);
        }
    }
}
