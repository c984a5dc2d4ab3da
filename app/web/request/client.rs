//! The client of a request: the address it comes from, and whether its browser has ever signed in.

use super::session;
use crate::{
    state::AppState,
    storage::{self, Result},
};
use actix_web::HttpRequest;
use std::net::{IpAddr, Ipv4Addr};

/// The client of a request.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    pub address: IpAddr,
    /// No account has signed in with this browser. Nobody has looked yet where a request asks for nothing that counts.
    pub is_stranger: bool,
}

impl Client {
    /// Nobody in particular.
    pub const NOBODY: Self = Self { address: IpAddr::V4(Ipv4Addr::UNSPECIFIED), is_stranger: true };

    /// The client, who is a stranger until somebody has looked.
    pub fn of(request: &HttpRequest, app: &AppState) -> Self {
        let peer = request.peer_addr().map_or(Self::NOBODY.address, |peer| peer.ip());
        // A proxy may add a line of its own to those that came.
        let said = request.headers().get_all("x-forwarded-for");
        let lines: Vec<&str> = said.map(|line| line.to_str().unwrap_or_default()).collect();
        Self { address: app.strangers.address(peer, &lines.join(",")), is_stranger: true }
    }

    /// Looks whether the cookie of the browser is one of ours.
    ///
    /// # Errors
    /// Those of the database.
    pub fn look(self, app: &AppState, device_token: Option<&str>) -> Result<Self> {
        let Some(token) = device_token else { return Ok(self) };
        let is_known = app
            .store
            .read(|db| storage::account::known_browser::is_issued(db, &session::hash(token)))?;
        Ok(Self { is_stranger: !is_known, ..self })
    }
}
