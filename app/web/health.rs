//! Whether the program lives, and whether it can serve.

use crate::state::AppState;
use actix_web::{HttpResponse, web};

/// The process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live\n")
}

/// The database is there, its schema is this program's, and all tasks of the node run.
pub async fn ready(app: web::Data<AppState>) -> HttpResponse {
    if !app.tasks.are_running() {
        return HttpResponse::ServiceUnavailable()
            .content_type("text/plain; charset=utf-8")
            .body("a task of the node has ended\n");
    }
    let is_ready = web::block(move || app.store.is_ready()).await;
    match is_ready {
        Ok(Ok(true)) => {
            HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n")
        }
        Ok(Ok(false)) => HttpResponse::ServiceUnavailable()
            .content_type("text/plain; charset=utf-8")
            .body("migrations are missing\n"),
        _ => HttpResponse::ServiceUnavailable()
            .content_type("text/plain; charset=utf-8")
            .body("the database is away\n"),
    }
}
