//! The icons of the pages as one sprite: those of Tabler that are used, and no others.

use icondata_core::Icon;
use icondata_tb as tb;
use std::fmt::Write;

/// The name that templates call an icon by, and its drawing.
const ICONS: &[(&str, Icon)] = &[
    // What has become of a case.
    ("ok", tb::TbCircleCheckOutline),
    ("wait", tb::TbClockOutline),
    ("bad", tb::TbAlertTriangleOutline),
    ("info", tb::TbSendOutline),
    ("off", tb::TbCircleMinusOutline),
    // Parts of the program.
    ("inbox", tb::TbInboxOutline),
    ("people", tb::TbUsersGroupOutline),
    ("list", tb::TbListDetailsOutline),
    ("gavel", tb::TbGavelOutline),
    ("book", tb::TbBook2Outline),
    ("person", tb::TbUserOutline),
    ("building", tb::TbBuildingOutline),
    ("shield", tb::TbShieldCheckOutline),
    ("eye", tb::TbEyeOutline),
    ("chart", tb::TbChartBarOutline),
    ("mail", tb::TbMailOutline),
    ("mail_failed", tb::TbMailXOutline),
    // What can be done, and marks on the way.
    ("search", tb::TbSearchOutline),
    ("remove", tb::TbXOutline),
    ("check", tb::TbCheckOutline),
    ("add", tb::TbPlusOutline),
    ("edit", tb::TbPencilOutline),
    ("back", tb::TbChevronLeftOutline),
    ("forth", tb::TbChevronRightOutline),
    ("change", tb::TbArrowNarrowRightOutline),
    ("history", tb::TbHistoryOutline),
    ("returned", tb::TbArrowBackUpOutline),
    ("upload", tb::TbFileUploadOutline),
    ("download", tb::TbFileDownloadOutline),
    ("picture", tb::TbPhotoOutline),
    ("place", tb::TbMapPinOutline),
    ("leader", tb::TbUserStarOutline),
    ("vet", tb::TbClipboardCheckOutline),
    ("hint", tb::TbInfoCircleOutline),
    ("leave", tb::TbLogoutOutline),
];

/// The sprite: `fill` and `stroke` stand once, on the whole.
pub fn sprite() -> String {
    let mut svg = String::from(
        r#"<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">"#,
    );
    for (name, icon) in ICONS {
        // Writing to a String can't fail.
        let _ = write!(
            svg,
            r#"<symbol id="{name}" viewBox="{}">{}</symbol>"#,
            icon.view_box.unwrap_or("0 0 24 24"),
            icon.data.replace('\n', "")
        );
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::ICONS;
    use crate::{
        domain::workflow::{Act, State},
        templates::TEMPLATES,
    };
    use std::collections::BTreeSet;

    #[test]
    fn each_icon_is_used_and_each_used_one_is_there() {
        let known: BTreeSet<&str> = ICONS.iter().map(|(name, _)| *name).collect();
        assert_eq!(known.len(), ICONS.len(), "a name stands for one icon");
        let text: String = TEMPLATES.iter().map(|(_, text)| *text).collect();
        let called =
            text.split(r#"<icon name=""#).skip(1).filter_map(|rest| rest.split('"').next());
        let of_acts = Act::ALL.iter().map(|act| act.icon());
        let of_states = State::all().map(|state| state.tone().as_str());
        let drawn: BTreeSet<&str> = of_acts.chain(of_states).collect();
        for name in called.chain(drawn.iter().copied()) {
            assert!(known.contains(name), "{name} has no drawing");
        }
        for name in known {
            assert!(
                drawn.contains(name) || text.contains(&format!("\"{name}\"")),
                "nothing uses {name}"
            );
        }
    }
}
