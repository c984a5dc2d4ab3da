//! One body succeeds another: what is open goes over, what has happened stays where it was written.

use crate::{
    domain::{
        certificate::CertificateState,
        handoff::{CaseKind, HandoffKind},
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        applications::application,
        certificates::certificate,
        db::{
            for_update,
            schema::{
                attachment, body, duty, handoff, member_list, membership, name_index, notice_duty,
                service_area, squad,
            },
        },
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, NullableExpressionMethods, QueryDsl, RunQueryDsl,
    delete, insert_into, update,
};

/// Holds every squad that a body has to do with, so that no act on one runs meanwhile.
pub fn lock(db: &mut Db, old: Id<id::Body>) -> Result<()> {
    let units = body::table
        .filter(body::id.eq(old).nullable().or(body::parent_id.eq(old)))
        .select(body::id);
    let led = attachment::table
        .filter(attachment::unit_id.eq_any(units))
        .filter(attachment::to_at.is_null())
        .select(attachment::squad_id);
    let squads = squad::table
        .filter(squad::akimat_id.eq(old).or(squad::council_id.eq(old)).or(squad::id.eq_any(led)))
        .order(squad::id)
        .select(squad::id);
    let _: Vec<Id<id::Squad>> = for_update(squads).load(db)?;
    Ok(())
}

/// Moves open work, squads, bodies below and served akimats to the successor, ends the duties, closes the old body.
pub fn succeed(db: &mut Db, old: Id<id::Body>, new: Id<id::Body>, now: Instant) -> Result<()> {
    let registers = registers(db, [old, new])?;
    move_handoffs(db, old, new)?;
    move_squads(db, old, new, now)?;
    update(body::table.filter(body::parent_id.eq(old)).filter(body::valid_to.is_null()))
        .set(body::parent_id.eq(new))
        .execute(db)?;
    move_service_areas(db, old, new)?;
    update(
        duty::table
            .filter(duty::body_id.eq(old))
            .filter(duty::to_at.is_null().or(duty::to_at.gt(now))),
    )
    .set(duty::to_at.eq(now))
    .execute(db)?;
    update(body::table.find(old))
        .set((body::valid_to.eq(now), body::succeeded_by.eq(new)))
        .execute(db)?;
    certificate::void_misplaced(db, &registers, now)?;
    move_register(db, old, new, now)?;
    close_done(db, &registers, now)?;
    super::generation::note_change(db)
}

fn move_handoffs(db: &mut Db, old: Id<id::Body>, new: Id<id::Body>) -> Result<()> {
    let open = handoff::table.filter(handoff::closed_at.is_null());
    update(open.filter(handoff::to_body.eq(old))).set(handoff::to_body.eq(new)).execute(db)?;
    update(handoff::table.filter(handoff::closed_at.is_null()).filter(handoff::from_body.eq(old)))
        .set(handoff::from_body.eq(new))
        .execute(db)?;
    Ok(())
}

/// The subdivisions whose registers a succession touches: the bodies themselves and those above them.
fn registers(db: &mut Db, bodies: [Id<id::Body>; 2]) -> Result<Vec<Id<id::Body>>> {
    let above: Vec<Option<Id<id::Body>>> =
        body::table.filter(body::id.eq_any(bodies)).select(body::parent_id).load(db)?;
    Ok(above.into_iter().flatten().chain(bodies).collect())
}

/// The tasks of the register of certificates go over to that of the successor, each once.
fn move_register(db: &mut Db, old: Id<id::Body>, new: Id<id::Body>, now: Instant) -> Result<()> {
    let open = |register: Id<id::Body>| {
        handoff::table
            .filter(handoff::case_kind.eq(CaseKind::CertificateRegister))
            .filter(handoff::case_id.eq(register))
            .filter(handoff::closed_at.is_null())
    };
    let waiting: Vec<HandoffKind> = open(new).select(handoff::kind).load(db)?;
    update(open(old).filter(handoff::kind.eq_any(waiting)))
        .set(handoff::closed_at.eq(now))
        .execute(db)?;
    let name = super::body::get(db, new)?.name;
    update(open(old))
        .set((
            handoff::case_id.eq(new.any()),
            handoff::anchor_id.eq(new.any()),
            handoff::title_kk.eq(name.kk),
            handoff::title_ru.eq(name.ru),
            handoff::title_en.eq(name.en),
        ))
        .execute(db)?;
    Ok(())
}

/// Nobody is asked to sign where nothing is left to be signed.
fn close_done(db: &mut Db, registers: &[Id<id::Body>], now: Instant) -> Result<()> {
    for register in registers {
        if certificate::has(db, *register, CertificateState::Prepared)? {
            continue;
        }
        let open = handoff::table
            .filter(handoff::kind.eq(HandoffKind::SignCertificates))
            .filter(handoff::case_id.eq(register.any()))
            .filter(handoff::closed_at.is_null());
        update(open).set(handoff::closed_at.eq(now)).execute(db)?;
    }
    Ok(())
}

/// The successor sees the squads and lists that the old body saw; nobody else sees more than before.
fn move_squads(db: &mut Db, old: Id<id::Body>, new: Id<id::Body>, now: Instant) -> Result<()> {
    update(squad::table.filter(squad::akimat_id.eq(old)))
        .set(squad::akimat_id.eq(new))
        .execute(db)?;
    update(squad::table.filter(squad::council_id.eq(old)))
        .set(squad::council_id.eq(new))
        .execute(db)?;
    update(squad::table.filter(squad::territory_id.eq(old)))
        .set(squad::territory_id.eq(new))
        .execute(db)?;
    update(member_list::table.filter(member_list::akimat_id.eq(old)))
        .set(member_list::akimat_id.eq(new))
        .execute(db)?;
    update(member_list::table.filter(member_list::territory_id.eq(old)))
        .set(member_list::territory_id.eq(new))
        .execute(db)?;
    // The register goes over; a paper keeps the name that is printed on it.
    certificate::move_register(db, old, new)?;
    move_applications(db, old, new)?;
    update(name_index::table.filter(name_index::akimat_id.eq(old)))
        .set(name_index::akimat_id.eq(new))
        .execute(db)?;
    attach_to(db, old, new, now)
}

/// Applications go over with their tasks, which are anchored at the subdivision, and with its duty to inform. The unit of an accepted
/// one stands under its own subdivision, and takes what is open of its applications there.
fn move_applications(db: &mut Db, old: Id<id::Body>, new: Id<id::Body>) -> Result<()> {
    let above: Option<Id<id::Body>> = body::table.find(new).select(body::parent_id).first(db)?;
    update(notice_duty::table.filter(notice_duty::body_id.eq(old)))
        .set(notice_duty::body_id.eq(new))
        .execute(db)?;
    let tasks = handoff::table
        .filter(handoff::case_kind.eq(CaseKind::Application))
        .filter(handoff::anchor_id.eq(old.any()))
        .filter(handoff::closed_at.is_null());
    update(tasks).set(handoff::anchor_id.eq(new.any())).execute(db)?;
    if let Some(above) = above {
        for (id, former) in application::under_another(db, old, above)? {
            let tasks = || {
                handoff::table
                    .filter(handoff::case_id.eq(id.any()))
                    .filter(handoff::closed_at.is_null())
            };
            update(tasks().filter(handoff::to_body.eq(former)))
                .set(handoff::to_body.eq(above))
                .execute(db)?;
            update(tasks()).set(handoff::anchor_id.eq(above.any())).execute(db)?;
            let record =
                membership::table.filter(membership::application_id.eq(id)).select(membership::id);
            update(
                notice_duty::table
                    .filter(notice_duty::membership_id.eq_any(record))
                    .filter(notice_duty::body_id.eq(former)),
            )
            .set(notice_duty::body_id.eq(above))
            .execute(db)?;
        }
    }
    application::move_to(db, old, new, above)
}

/// It stays on record that the old unit led a squad until now. The new one leads it from now on, under its own subdivision.
fn attach_to(db: &mut Db, old: Id<id::Body>, new: Id<id::Body>, now: Instant) -> Result<()> {
    let led =
        attachment::table.filter(attachment::unit_id.eq(old)).filter(attachment::to_at.is_null());
    let squads: Vec<Id<id::Squad>> = led.select(attachment::squad_id).load(db)?;
    update(
        attachment::table.filter(attachment::unit_id.eq(old)).filter(attachment::to_at.is_null()),
    )
    .set(attachment::to_at.eq(now))
    .execute(db)?;
    let territory: Option<Id<id::Body>> =
        body::table.find(new).select(body::parent_id).first(db)?;
    for squad in squads {
        insert_into(attachment::table)
            .values((
                attachment::id.eq(Id::<id::Attachment>::new()),
                attachment::squad_id.eq(squad),
                attachment::unit_id.eq(new),
                attachment::from_at.eq(now),
            ))
            .execute(db)?;
        let sent = member_list::table
            .filter(member_list::squad_id.eq(squad))
            .filter(member_list::territory_id.is_not_null());
        update(sent).set(member_list::territory_id.eq(territory)).execute(db)?;
    }
    update(squad::table.filter(squad::unit_id.eq(old)))
        .set((squad::unit_id.eq(new), squad::territory_id.eq(territory)))
        .execute(db)?;
    Ok(())
}

fn move_service_areas(db: &mut Db, old: Id<id::Body>, new: Id<id::Body>) -> Result<()> {
    let area = || {
        service_area::table
            .filter(service_area::unit_id.eq(old).or(service_area::akimat_id.eq(old)))
    };
    let pairs: Vec<(Id<id::Body>, Id<id::Body>)> = area().load(db)?;
    delete(area()).execute(db)?;
    for (unit, akimat) in pairs {
        let now = |id| if id == old { new } else { id };
        crate::storage::offices::body::serve(db, now(unit), now(akimat))?;
    }
    Ok(())
}
