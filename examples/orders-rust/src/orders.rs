//! The orders.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

/// `shop.v1.Order` as proto3 JSON.
#[derive(Clone, Serialize)]
struct Order {
    id: String,
    quantity: i32,
}

type Orders = Arc<Mutex<HashMap<String, Order>>>;

/// The routes of orders; in tests, also the one that changes which there are.
pub fn router(testing: bool) -> Router {
    let router = Router::new().route("/orders/{id}", get(order));
    let router = if testing {
        router.route("/pact/states", post(change_state))
    } else {
        router
    };
    router.with_state(Orders::default())
}

async fn order(State(orders): State<Orders>, Path(id): Path<String>) -> Response {
    let orders = orders.lock().unwrap_or_else(PoisonError::into_inner);
    match orders.get(&id).map(serde_json::to_string) {
        Some(Ok(json)) => ([(header::CONTENT_TYPE, "application/json")], json).into_response(),
        Some(Err(_)) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A change of Pact's provider states.
#[derive(Deserialize)]
struct Change {
    state: String,
}

/// Brings about the states that consumers name in their contracts.
async fn change_state(
    State(orders): State<Orders>,
    body: String,
) -> Result<(), (StatusCode, String)> {
    let change: Change = serde_json::from_str(&body)
        .map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
    let mut orders = orders.lock().unwrap_or_else(PoisonError::into_inner);
    orders.clear();
    match change.state.as_str() {
        "the order o-1 exists" => {
            let id = "o-1".to_owned();
            orders.insert(id.clone(), Order { id, quantity: 3 });
            Ok(())
        }
        "there are no orders" => Ok(()),
        unknown => Err((StatusCode::NOT_FOUND, format!("unknown state: {unknown}"))),
    }
}
