//! Pages of a list that were sent before: a file that is chosen again is told, and not kept twice.

use crate::{
    domain::{
        id::{self, Id},
        member_list::ReturnCode,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            schema::{copy, list_entry},
            sealing::Keys,
        },
        lists::copy::last_sending,
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    RunQueryDsl,
};

/// A page of a list that is there, or was until it was taken away.
#[derive(Clone, Debug)]
pub struct KnownPage {
    pub id: Id<id::CopyPage>,
    /// Digest of the sent file.
    pub sent: [u8; 32],
    /// Its entry, with the number in the list; `None` while the page waits.
    pub entry: Option<(Id<id::ListEntry>, i32)>,
    /// Its place among the pages of its owner.
    pub position: i32,
    pub is_taken_away: bool,
    /// It has travelled, and the subdivision has returned its entry because the copy can't be read.
    pub is_unreadable: bool,
}

type Row = (
    Id<id::CopyPage>,
    Option<Vec<u8>>,
    i32,
    bool,
    Instant,
    Option<(Id<id::ListEntry>, i32, Option<ReturnCode>)>,
);

/// The pages of a list that were made of these.
pub fn of_list(
    db: &mut Db,
    keys: &Keys,
    list: Id<id::MemberList>,
    sent: &[[u8; 32]],
) -> Result<Vec<KnownPage>> {
    let hashes: Vec<([u8; 32], Vec<u8>)> =
        sent.iter().map(|digest| (*digest, keys.index_page(digest))).collect();
    let sent_at = last_sending(db, list)?;
    let rows: Vec<Row> = copy::table
        .left_join(list_entry::table.on(copy::entry_id.eq(list_entry::id.nullable())))
        .filter(
            copy::sent_hmac
                .eq_any(hashes.iter().map(|(_, hash)| hash).cloned().collect::<Vec<_>>()),
        )
        .filter(copy::list_id.eq(list).or(list_entry::list_id.nullable().eq(list)))
        .order((copy::position, copy::id))
        .select((
            copy::id,
            copy::sent_hmac,
            copy::position,
            copy::taken_away_at.is_not_null(),
            copy::attached_at,
            (list_entry::id, list_entry::position, list_entry::return_code).nullable(),
        ))
        .load(db)?;
    let page = |(id, hash, position, is_taken_away, attached_at, entry): Row| {
        let (sent, _) = hashes.iter().find(|(_, known)| Some(known) == hash.as_ref())?;
        let is_unreadable = matches!(entry, Some((_, _, Some(ReturnCode::UnreadableCopy))))
            && sent_at.is_some_and(|sent_at| attached_at <= sent_at);
        let entry = entry.map(|(entry, position, _)| (entry, position));
        Some(KnownPage { id, sent: *sent, entry, position, is_taken_away, is_unreadable })
    };
    Ok(rows.into_iter().filter_map(page).collect())
}
