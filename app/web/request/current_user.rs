//! Who is signed in, with the duties held now: read at each request, so that a change acts at once.

use super::{error::WebError, glance::Glance, session};
use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        permissions::{Holding, Parties, Unmet},
        time::Instant,
    },
    state::AppState,
    storage::{
        self, Scope, StorageError,
        db::store::Snapshot,
        offices::{body::Body, directory::Directory, user::User},
        squads::leader_account::{self, Led},
    },
};
use std::sync::Arc;

/// The user who is signed in.
pub struct CurrentUser {
    pub user: User,
    pub holdings: Vec<Holding>,
    /// The bodies of the duties.
    pub bodies: Vec<Body>,
    pub scope: Scope,
    /// The squad that the user leads now; only an account of a leader leads one.
    pub leads: Option<Led>,
    pub form_token: String,
    pub token_hash: Vec<u8>,
    /// Since when mail waits that should have left.
    pub mail_waits_since: Option<Instant>,
}

/// The user of a token, and all bodies as they are now.
///
/// # Errors
/// Those of the database.
pub fn find(
    app: &AppState,
    snapshot: &mut Snapshot,
    token: &str,
    glance: Glance,
    now: Instant,
) -> Result<Option<(CurrentUser, Arc<Directory>)>, StorageError> {
    let token_hash = session::hash(token);
    let found = storage::account::session::find(snapshot.db(), &token_hash, now)?;
    let Some(found) = found else { return Ok(None) };
    let directory = app.store.directory(snapshot.db(), found.generation)?;
    if glance == Glance::No && now - found.seen_at > chrono::TimeDelta::minutes(1) {
        // A page does not wait for a long act of somebody else.
        app.store.write_if_free(|db| storage::account::session::touch(db, &token_hash, now))?;
    }
    let holdings = found.holdings;
    let leads = match found.user.login {
        Some(_) => leader_account::led_by(snapshot.db(), found.user.id)?,
        None => None,
    };
    let bodies = directory
        .all(&holdings.iter().map(|h| h.body).collect::<Vec<_>>())
        .into_iter()
        .cloned()
        .collect();
    let scope = Scope::of(&holdings);
    let me = CurrentUser {
        user: found.user,
        holdings,
        bodies,
        scope,
        leads,
        form_token: found.form_token,
        token_hash,
        mail_waits_since: found.mail_waits_since,
    };
    Ok(Some((me, directory)))
}

/// Whether a token is that of a session that goes on, or of one that has just ended by time, whose form is kept.
pub fn is_known(app: &AppState, token: &str) -> bool {
    let (hash, now) = (session::hash(token), app.clock.now());
    app.store
        .read(|db| storage::account::session::known(db, &hash, now))
        .is_ok_and(|known| known.is_some())
}

impl CurrentUser {
    /// Whether the user holds such a duty anywhere.
    #[must_use]
    pub fn has(&self, kind: DutyKind) -> bool {
        self.holdings.iter().any(|h| h.kind == kind)
    }

    /// The scope in which the user finds plans: of the unit's squads, of those of the subdivision that the user heads, or of the
    /// squad that the user leads.
    #[must_use]
    pub fn plan_scope(&self) -> Scope {
        match self.leads {
            Some(led) => Scope::opened(led.squad),
            None => Scope {
                units: self.scope.units.clone(),
                territories: self.scope_of(DutyKind::Head),
                ..Scope::default()
            },
        }
    }

    /// The bodies in which the user holds such a duty and somebody stands for it.
    #[must_use]
    pub fn scope_of(&self, kind: DutyKind) -> Vec<Id<id::Body>> {
        let own = |held: &&Holding| held.kind == kind && held.is_confirmed;
        self.holdings.iter().filter(own).map(|held| held.body).collect()
    }

    /// The akimat that the user acts for.
    ///
    /// # Errors
    /// [`WebError::Denied`] when the user is no officer of an akimat.
    pub fn akimat(&self) -> Result<Id<id::Body>, WebError> {
        let held = self.scope_of(DutyKind::AkimatOfficer);
        held.first()
            .copied()
            .ok_or_else(|| WebError::Denied(vec![Unmet::Duty(DutyKind::AkimatOfficer)]))
    }

    /// Whether a body is one in which the user holds a duty.
    #[must_use]
    pub fn is_in(&self, body: Id<id::Body>) -> bool {
        self.bodies.iter().any(|own| own.id == body)
    }

    /// The duty under which the user opens what a case holds of a person.
    #[must_use]
    pub fn opens_under(&self, parties: &Parties) -> Option<Holding> {
        let opens = |kind| {
            matches!(kind, DutyKind::AkimatOfficer | DutyKind::VettingOfficer | DutyKind::Head)
        };
        self.holdings.iter().copied().find(|h| opens(h.kind) && parties.of(h.kind) == Some(h.body))
    }
}
